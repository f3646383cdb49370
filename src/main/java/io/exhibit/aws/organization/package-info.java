/** Sources of what there is: the caller, the organization with its accounts and policies, the regions. They fill the landscape. */
package io.exhibit.aws.organization;
