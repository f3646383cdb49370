/**
 * What is asked of the entity: framework, controls, assertions, and the entity's own book.
 * Data only: it knows evidence and no other room; how a file is written is the business of mapping.
 */
package io.exhibit.control;
