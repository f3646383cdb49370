/** What is recorded, where it goes and who is told: CloudTrail, Config, Security Hub, CloudWatch, EventBridge. */
package io.exhibit.aws.logging;
