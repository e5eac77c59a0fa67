import 'react';

declare module 'react' {
  interface CSSProperties {
    '--label'?: string;
    '--text-size'?: string;
  }
}
