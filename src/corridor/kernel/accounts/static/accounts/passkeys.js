// Passkeys: asks the browser's authenticator and posts what it answers. Without it, pages offer the other factors.
"use strict";
(() => {
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");
  const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const create = async (options, passwordless) => {
    const asked = options.creation_options.publicKey;
    const residentKey = passwordless ? "required" : "discouraged";
    const credential = await navigator.credentials.create({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        user: { ...asked.user, id: bytes(asked.user.id) },
        excludeCredentials: known(asked.excludeCredentials),
        authenticatorSelection: {
          ...asked.authenticatorSelection,
          residentKey,
          requireResidentKey: passwordless,
          ...(passwordless ? { userVerification: "required" } : {}),
        },
      },
    });
    return {
      ...common(credential),
      response: {
        clientDataJSON: text(credential.response.clientDataJSON),
        attestationObject: text(credential.response.attestationObject),
        transports: credential.response.getTransports ? credential.response.getTransports() : [],
      },
    };
  };

  const use = async (options) => {
    const asked = options.request_options.publicKey;
    const credential = await navigator.credentials.get({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        allowCredentials: known(asked.allowCredentials),
      },
    });
    const handle = credential.response.userHandle;
    return {
      ...common(credential),
      response: {
        clientDataJSON: text(credential.response.clientDataJSON),
        authenticatorData: text(credential.response.authenticatorData),
        signature: text(credential.response.signature),
        userHandle: handle ? text(handle) : null,
      },
    };
  };

  const common = (credential) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
  });

  const optionsOf = async (button) => {
    if (button.dataset.options) return JSON.parse(button.dataset.options);
    const answer = await fetch(button.form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };

  const press = async (button) => {
    const failed = button.form.querySelector("[data-passkey-failed]");
    failed.hidden = true;
    try {
      const options = await optionsOf(button);
      const passwordless = button.form.elements.passwordless;
      const credential =
        button.dataset.passkey === "create"
          ? await create(options, Boolean(passwordless && passwordless.checked))
          : await use(options);
      button.form.elements.credential.value = JSON.stringify(credential);
      button.form.submit();
    } catch {
      failed.hidden = false;
    }
  };

  if (!window.PublicKeyCredential) return;
  for (const form of document.querySelectorAll("form[data-passkey-form]")) form.hidden = false;
  for (const note of document.querySelectorAll("[data-passkey-missing]")) note.hidden = true;
  for (const button of document.querySelectorAll("button[data-passkey]"))
    button.addEventListener("click", () => press(button));
})();
