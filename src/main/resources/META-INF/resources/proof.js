'use strict';

// An ALTCHA challenge: the number whose SHA-256, with a salt before it, is the one asked for.
(() => {
  const AT_ONCE = 500;

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
        throw new Error('Browsers do the sum over https only. Please open this page with https.');
      }
      said.textContent = 'One moment: your browser does its sum.';
      proof.value = await solved();
      form.submit();
    } catch (error) {
      said.textContent = error.message || 'The sum could not be done. Please try again.';
    } finally {
      form.removeAttribute('aria-busy');
    }
  }

  async function solved() {
    const answer = await fetch('/api/challenge', { headers: { Accept: 'application/json' } });
    if (!answer.ok) {
      throw new Error('The sum cannot be fetched at the moment. Please try again in a minute.');
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
    throw new Error('The sum has no answer. Please try again.');
  }

  async function hash(algorithm, text) {
    const bytes = new Uint8Array(await crypto.subtle.digest(algorithm, new TextEncoder().encode(text)));
    return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  }
})();
