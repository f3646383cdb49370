/**
 * The vault in Amazon S3: conditional puts, SHA-256 checksums, Object Lock, every object read by the version that was
 * recorded when it was written.
 */
package io.exhibit.aws.vault;
