/** Objects in buckets with versions, conditional writes and Object Lock, as the Amazon S3 API Reference and User Guide tell. */
package io.exhibit.sandbox.objects;
