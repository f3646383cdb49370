/** What the detectors are told to leave out, whom they watch and what they reach: GuardDuty, Inspector, Access Analyzer. */
package io.exhibit.aws.detection;
