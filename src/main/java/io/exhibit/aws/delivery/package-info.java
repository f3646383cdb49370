/** Packs into buckets of receivers. */
package io.exhibit.aws.delivery;
