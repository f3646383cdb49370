/** Who may come in and what for: roles, visits, links, invitations, the proxy, TLS, and the guard before every route. */
package io.exhibit.console.door;
