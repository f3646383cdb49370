/** The month as a whole: today, the controls, the findings, the coverage, the frameworks. */
package io.exhibit.console.month;
