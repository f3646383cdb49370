/** Sources of the network and what guards it: VPCs, access control lists, load balancers, EBS, AWS WAF and Shield. */
package io.exhibit.aws.network;
