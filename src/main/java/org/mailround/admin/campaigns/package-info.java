/** Campaigns, mailings that are sent once, and the approval of either. */
@NullMarked
package org.mailround.admin.campaigns;

import org.jspecify.annotations.NullMarked;
