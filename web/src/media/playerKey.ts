/** What a key does to the player; undefined if nothing. Seconds to jump, a speed step, or a switch. */
export function playerKey(
  key: string,
): { seek: number } | { switch: 'play' | 'mute' } | { to: number } | undefined {
  switch (key) {
    case 'k':
      return { switch: 'play' }
    case 'm':
      return { switch: 'mute' }
    case 'ArrowLeft':
      return { seek: -5 }
    case 'ArrowRight':
      return { seek: 5 }
    case 'j':
      return { seek: -15 }
    case 'l':
      return { seek: 15 }
    default:
      return /^[0-9]$/.test(key) ? { to: Number(key) / 10 } : undefined
  }
}
