import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

const LEAST = 360;
const BELOW = 16;

/** The height from where an element begins down to the end of the window; the header above it may take any room. */
export function useFillHeight(): { ref: RefObject<HTMLDivElement | null>; height: number | undefined } {
  const ref = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number>();
  useLayoutEffect(() => {
    const measure = () => {
      const top = (ref.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      setHeight(Math.max(LEAST, Math.floor(window.innerHeight - top - BELOW)));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return { ref, height };
}
