/** Sources of what AWS says of itself: the reports and agreements of AWS Artifact, and the documents by consent. */
package io.exhibit.aws.artifact;
