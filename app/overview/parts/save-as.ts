/** Gives the browser a file to keep. A frame whose sandbox forbids downloads does nothing, and says nothing. */
export function saveAs({ name, url }: { name: string; url: string }): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
