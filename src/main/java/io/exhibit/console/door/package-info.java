/** What of coming in and of what was seen needs no page: certificates, invitations, and the record of visits. */
package io.exhibit.console.door;
