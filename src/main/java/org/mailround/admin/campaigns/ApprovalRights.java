package org.mailround.admin.campaigns;

import org.mailround.admin.StaffUser;
import org.mailround.staff.Role;

/** Whom pages offer to approve; whether they may is decided where routes are guarded. */
final class ApprovalRights {

    private ApprovalRights() {}

    static boolean mayApprove(StaffUser me) {
        return me.role().compareTo(Role.APPROVER) >= 0;
    }
}
