/** Sources of who may do what in an account: root user, users, groups, roles, policies, credential report, identity providers. */
package io.exhibit.aws.identity;
