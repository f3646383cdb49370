/**
 * Sources of what there is: the caller, the organization with its accounts and policies and who acts for it, the regions; the
 * first of them fill the landscape.
 */
package io.exhibit.aws.organization;
