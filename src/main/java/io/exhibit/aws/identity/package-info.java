/**
 * Sources of who may do what in an account: root user, users, groups, roles, policies, credentials of every kind, identity
 * providers, and IAM Identity Center.
 */
package io.exhibit.aws.identity;
