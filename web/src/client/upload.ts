import { ApiError, problemFromBody, unreachable } from '@/lib/problem';

/** Sends one file as the raw body. XMLHttpRequest, because fetch reports no upload progress. */
export function uploadFile<T>(
  path: string,
  file: Blob,
  { onProgress, signal }: { onProgress?: (sent: number, total: number) => void; signal?: AbortSignal } = {},
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.upload.onprogress = (event) => onProgress?.(event.loaded, event.total || file.size);
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(problemFromBody(request.status, body));
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new ApiError({ status: 0, code: 'cancelled', detail: 'Upload cancelled.' }));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
