import { createContext, useContext } from 'react';

/** Where a person can be in the window. */
export type Place = 'today' | 'help' | 'more' | 'sent';

const PlaceContext = createContext<(place: Place) => void>(() => undefined);

export const PlaceProvider = PlaceContext.Provider;

/** Leads to another place of the window. */
export function useGo(): (place: Place) => void {
  return useContext(PlaceContext);
}
