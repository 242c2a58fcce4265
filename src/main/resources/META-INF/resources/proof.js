'use strict';

// An ALTCHA challenge: the number whose SHA-256, with a salt before it, is the one asked for.
(() => {
  const AT_ONCE = 500;

  // Named as the page names what it says of it.
  class Trouble extends Error {}

  document.querySelectorAll('form').forEach(form => {
    const proof = form.elements.namedItem('altcha');
    if (proof) {
      form.addEventListener('submit', event => {
        // Buttons with a name change the form and ask for no mail.
        if (!proof.value && !event.submitter?.name) {
          event.preventDefault();
          prove(form, proof);
        }
      });
    }
  });

  async function prove(form, proof) {
    const said = form.querySelector('[data-proof]');
    if (form.hasAttribute('aria-busy')) {
      return;
    }
    form.setAttribute('aria-busy', 'true');
    try {
      if (!globalThis.crypto?.subtle) {
        throw new Trouble('overHttps');
      }
      said.textContent = said.dataset.now;
      proof.value = await solved();
      form.submit();
    } catch (error) {
      said.textContent = said.dataset[error instanceof Trouble ? error.message : 'failed'];
    } finally {
      form.removeAttribute('aria-busy');
    }
  }

  async function solved() {
    const answer = await fetch('/api/challenge', { headers: { Accept: 'application/json' } }).catch(() => null);
    if (!answer?.ok) {
      throw new Trouble('unreachable');
    }
    const { algorithm, challenge, maxnumber, salt, signature } = await answer.json();
    for (let from = 0; from <= maxnumber; from += AT_ONCE) {
      const numbers = Array.from({ length: Math.min(AT_ONCE, maxnumber - from + 1) }, (_, i) => from + i);
      const hashes = await Promise.all(numbers.map(number => hash(algorithm, salt + number)));
      const found = hashes.indexOf(challenge);
      if (found >= 0) {
        return btoa(JSON.stringify({ algorithm, challenge, number: from + found, salt, signature }));
      }
    }
    throw new Trouble('failed');
  }

  async function hash(algorithm, text) {
    const bytes = new Uint8Array(await crypto.subtle.digest(algorithm, new TextEncoder().encode(text)));
    return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  }
})();
