/** The simulated organization as it stands at one instant: accounts, principals, keys, rules, findings; no protocol. */
package io.exhibit.sandbox.world;
