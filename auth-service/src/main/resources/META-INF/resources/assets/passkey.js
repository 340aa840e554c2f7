// Asks an authenticator for a passkey, fills its answer into the form of the page, and sends that as any form. Where there is no
// script, or no authenticator, the form stays hidden, and the page does what it does without.
(() => {
  'use strict';

  const form = document.getElementById('passkey');
  if (!form || !window.PublicKeyCredential || !navigator.credentials) return;
  const failure = document.getElementById('passkey-failure');

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (digit) => digit.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
  const fill = (name, buffer) => {
    form.elements.namedItem(name).value = buffer ? text(buffer) : '';
  };

  let busy = false;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    failure.hidden = true;
    const { relyingParty, challenge, allowed, verification } = form.dataset;
    navigator.credentials
      .get({
        publicKey: {
          rpId: relyingParty,
          challenge: bytes(challenge),
          userVerification: verification,
          allowCredentials: (allowed ? allowed.split(' ') : []).map((id) => ({ type: 'public-key', id: bytes(id) })),
        },
      })
      .then(({ rawId, response }) => {
        fill('passkey_credential', rawId);
        fill('passkey_client_data', response.clientDataJSON);
        fill('passkey_authenticator_data', response.authenticatorData);
        fill('passkey_signature', response.signature);
        fill('passkey_user_handle', response.userHandle);
        form.submit();
      })
      .catch(() => {
        busy = false;
        failure.hidden = false;
      });
  });
})();
