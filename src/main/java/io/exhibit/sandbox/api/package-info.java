/** One class for each simulated AWS service: its operations, its limits and its errors, answered from the world. */
package io.exhibit.sandbox.api;
