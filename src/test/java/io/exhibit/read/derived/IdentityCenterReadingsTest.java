package io.exhibit.read.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.read.StoredRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityCenterReadingsTest {

    private static final String SET = "arn:aws:sso:::permissionSet/ssoins-1/ps-1";
    private static final String OTHER = "arn:aws:sso:::permissionSet/ssoins-1/ps-2";

    private static StoredRun assigned() {
        return StoredRun.of("sso.identity-center")
                .answer("sso:ListInstances", "{\"Instances\":[{\"InstanceArn\":\"arn:aws:sso:::instance/ssoins-1\"}]}")
                .answer("sso:ListPermissionSets", "{\"PermissionSets\":[\"" + SET + "\",\"" + OTHER + "\"]}")
                .answer(
                        "sso:DescribePermissionSet",
                        SET,
                        "{\"PermissionSet\":{\"PermissionSetArn\":\"" + SET + "\",\"Name\":\"Admin\"}}")
                .answer("sso:ListAccountsForProvisionedPermissionSet", SET, "{\"AccountIds\":[\"111122223333\"]}")
                .answer(
                        "sso:ListAccountAssignments",
                        "111122223333 " + SET,
                        "{\"AccountAssignments\":[" + assignment("GROUP", "g-1") + "," + assignment("USER", "u-2") + ","
                                + assignment("GROUP", "g-gone") + "]}");
    }

    private static StoredRun directory(StoredRun run) {
        return run.answer("identitystore:ListGroups", "{\"Groups\":[{\"GroupId\":\"g-1\",\"DisplayName\":\"Staff\"}]}")
                .answer(
                        "identitystore:ListGroupMemberships",
                        "g-1",
                        "{\"GroupMemberships\":[" + membership("m-1", "u-1") + "," + membership("m-2", "u-gone") + "]}")
                .fact("identitystore:ListGroupMemberships", "g-gone", "ResourceNotFoundException")
                .answer(
                        "identitystore:ListUsers",
                        "{\"Users\":[{\"UserId\":\"u-1\",\"UserName\":\"ada\",\"UserStatus\":\"DISABLED\"},"
                                + "{\"UserId\":\"u-2\",\"UserName\":\"bo\"}]}");
    }

    private static String assignment(String type, String principal) {
        return "{\"AccountId\":\"111122223333\",\"PermissionSetArn\":\"" + SET + "\",\"PrincipalType\":\"" + type
                + "\",\"PrincipalId\":\"" + principal + "\"}";
    }

    private static String membership(String id, String user) {
        return "{\"MembershipId\":\"" + id + "\",\"MemberId\":{\"UserId\":\"" + user + "\"}}";
    }

    @Test
    void peopleGetIntoAnAccountThemselvesOrInAGroup() {
        StoredRun.Read read = directory(assigned()).read("sso.assignments");
        assertThat(read.only().known()).isTrue();
        assertThat(read.records())
                .extracting(each -> each.key())
                .containsExactly("111122223333/ps-1/g-1", "111122223333/ps-1/u-2", "111122223333/ps-1/g-gone");
        StoredRun.Read people = directory(assigned()).read("sso.account-access");
        assertThat(people.members("111122223333/ps-1/g-1/u-1"))
                .isEqualTo(Map.of(
                        "key", "111122223333/ps-1/g-1/u-1",
                        "account", "111122223333",
                        "permission_set", "Admin",
                        "permission_set_arn", SET,
                        "group", "Staff",
                        "user_id", "u-1",
                        "user", "ada",
                        "user_status", "DISABLED"));
        assertThat(people.members("111122223333/ps-1/u-2"))
                .containsEntry("user", "bo")
                .containsEntry("group", "");
    }

    @Test
    void whomTheDirectoryDoesNotKnowHasNoNameAndAGroupThatIsGoneLetsNobodyIn() {
        StoredRun.Read read = directory(assigned()).read("sso.account-access");
        assertThat(read.records()).hasSize(3);
        assertThat(read.members("111122223333/ps-1/g-1/u-gone"))
                .containsEntry("user_id", "u-gone")
                .doesNotContainKeys("user", "user_status");
    }

    @Test
    void ifOneGroupsMembersCouldNotBeListedNobodyKnowsWhoGetsIn() {
        StoredRun run = directory(assigned()).gap("identitystore:ListGroupMemberships", "g-2", Cause.DENIED);
        assertThat(run.read("sso.account-access").only().known()).isFalse();
        assertThat(run.read("sso.assignments").only().known()).isTrue();
    }

    @Test
    void whoIsInAGroupIsTheSameHoweverManyAccountsItOpens() {
        StoredRun.Read read = directory(assigned()).read("sso.group-members");
        assertThat(read.records()).extracting(each -> each.key()).containsExactly("g-1/u-1", "g-1/u-gone");
        assertThat(read.members("g-1/u-1")).containsEntry("group", "Staff").containsEntry("user", "ada");
        assertThat(read.members("g-1/u-gone")).containsEntry("user", "u-gone");
        StoredRun denied = directory(assigned()).gap("identitystore:ListGroupMemberships", "g-2", Cause.DENIED);
        assertThat(denied.read("sso.group-members").only().known()).isFalse();
        assertThat(denied.read("sso.groups").only().known()).isTrue();
        assertThat(denied.read("sso.users").members("u-1")).containsEntry("UserStatus", "DISABLED");
    }

    @Test
    void aPermissionSetHasItsNameAndTheAccountsThatHaveIt() {
        StoredRun.Read read = assigned()
                .gap("sso:DescribePermissionSet", OTHER, Cause.THROTTLED)
                .read("sso.permission-sets");
        assertThat(read.members(SET)).containsEntry("AccountIds", List.of("111122223333"));
        assertThat(read.record(SET).gaps()).isEmpty();
        assertThat(read.record(OTHER).gaps()).extracting(Gap::cause).containsExactly(Cause.THROTTLED);
    }
}
