/** Where AWS keeps what people put there: buckets, databases, file systems, backups, and what they are reached by. */
package io.exhibit.aws.storage;
