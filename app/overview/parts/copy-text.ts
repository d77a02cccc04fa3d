/** Whether the clipboard took it. */
export async function copyText(text: string): Promise<boolean> {
  if (copyAtOnce(text)) return true;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A frame that a form opened, as Zendesk opens a signed page, may not use the newer clipboard whatever its `allow` says. */
function copyAtOnce(text: string): boolean {
  let isTaken = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    isTaken = event.clipboardData !== null;
  };
  document.addEventListener('copy', give);
  const isDone = document.execCommand?.('copy') ?? false;
  document.removeEventListener('copy', give);
  return isDone && isTaken;
}
