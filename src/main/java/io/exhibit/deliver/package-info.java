/**
 * Hands a pack over and brings back a receipt.
 * Never changes what it delivers.
 */
package io.exhibit.deliver;
