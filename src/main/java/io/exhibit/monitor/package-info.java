/**
 * Shows how the node is: health, readiness, figures for Prometheus. Micrometer lives here, and the HTTP server of the JDK.
 * Knows what run tells it in plain values; no vault, no clock, no settings.
 */
package io.exhibit.monitor;
