/** Sources of the network and what guards it: security groups, VPCs, access control lists, load balancers, EBS, AWS WAF and Shield. */
package io.exhibit.aws.network;
