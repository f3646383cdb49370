/**
 * Asks AWS: what the clients are made of here, and below, by subject, one class for every source. The AWS SDK lives here, and credentials with it.
 * Collectors never catch and never judge; adding a source is one class and one line in AwsCollectors.
 */
package io.exhibit.aws;
