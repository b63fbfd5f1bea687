// Lets a form ask the visitor's device for a passkey before it is sent. Without scripts, or in a
// browser that knows no passkeys, such forms stay hidden.
"use strict";
{
  const toBytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

  const toText = (buffer) =>
    btoa(Array.from(new Uint8Array(buffer), (b) => String.fromCharCode(b)).join(""))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const withIds = (list) => (list || []).map((one) => ({ ...one, id: toBytes(one.id) }));

  const make = async (options) => {
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        user: { ...options.user, id: toBytes(options.user.id) },
        excludeCredentials: withIds(options.excludeCredentials),
      },
    });
    return said(made, {
      attestationObject: toText(made.response.attestationObject),
      transports: made.response.getTransports ? made.response.getTransports() : [],
    });
  };

  const sign = async (options) => {
    const signed = await navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        allowCredentials: withIds(options.allowCredentials),
      },
    });
    const { authenticatorData, signature, userHandle } = signed.response;
    return said(signed, {
      authenticatorData: toText(authenticatorData),
      signature: toText(signature),
      userHandle: userHandle && userHandle.byteLength ? toText(userHandle) : undefined,
    });
  };

  const said = (credential, more) => ({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment || undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { clientDataJSON: toText(credential.response.clientDataJSON), ...more },
  });

  const send = async (form) => {
    const failed = form.querySelector("[data-failed]");
    const button = form.querySelector("button");
    failed.hidden = true;
    button.disabled = true;
    try {
      const answer = await fetch(form.dataset.options, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
      });
      if (!answer.ok || answer.redirected) {
        throw new Error(String(answer.status));
      }
      const options = await answer.json();
      const credential = await (form.dataset.passkey === "make" ? make : sign)(options);
      form.elements.namedItem("credential").value = JSON.stringify(credential);
      form.submit();
    } catch (given_up) {
      failed.hidden = false;
      button.disabled = false;
    }
  };

  if (window.PublicKeyCredential && navigator.credentials) {
    for (const form of document.querySelectorAll("form[data-passkey]")) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        send(form);
      });
      form.hidden = false;
    }
    for (const note of document.querySelectorAll("[data-no-passkeys]")) {
      note.hidden = true;
    }
  }
}
