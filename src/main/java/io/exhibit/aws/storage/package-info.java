/** Where AWS keeps what people put there, and by what it is kept: keys, buckets, databases, file systems, backups. */
package io.exhibit.aws.storage;
