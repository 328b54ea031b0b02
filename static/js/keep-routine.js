// For "My routine": keeps its pages on the device.

/**
 * Keeps the pages at `addresses`, texts or URLs as in "/exercises/bridge/", for as long as they are in the list last
 * given. Other pages make room for newer ones; these do not. Where the browser keeps nothing, nothing happens.
 */
export async function keepRoutine(addresses) {
  const registration = await navigator.serviceWorker?.getRegistration();
  registration?.active?.postMessage({ routine: addresses.map(String) });
}
