/**
 * What was concluded: verdicts, items, days, histories, results.
 * Data only: it knows evidence and control; how a conclusion is reached is the business of evaluate.
 */
package io.exhibit.assessment;
