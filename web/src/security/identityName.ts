/** What an account elsewhere is called in a sentence. */
export function identityName({ providerName, label }: { providerName: string; label: string }): string {
  return label ? `${providerName} (${label})` : providerName
}
