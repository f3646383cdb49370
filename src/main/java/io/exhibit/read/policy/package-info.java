/**
 * IAM policy documents, read as documents and not as text: statements, principals, conditions.
 */
package io.exhibit.read.policy;
