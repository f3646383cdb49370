/** Sources of what watches and what it found: GuardDuty, Inspector, Access Analyzer; whom they watch and what they are told to leave out. */
package io.exhibit.aws.detection;
