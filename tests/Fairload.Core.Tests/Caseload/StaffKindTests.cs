using Fairload.Core.Caseload;

namespace Fairload.Core.Tests.Caseload;

public sealed class Kind_of_staff
{
    [Theory]
    [InlineData("Team Manager")]
    [InlineData("Assistant Team Manager")]
    [InlineData("Deputy Team Manager (Assessment)")]
    [InlineData("Practice Manager")]
    [InlineData("Service Manager")]
    [InlineData("Operations Managers")]
    [InlineData("Head of Service")]
    [InlineData("HEAD OF SAFEGUARDING")]
    [InlineData("Assistant Director, Children's Services")]
    [InlineData("Director of Adult Social Services")]
    [InlineData("Team Leader")]
    [InlineData("Team-Leader")]
    [InlineData("Team Lead – Hospital")]
    [InlineData("Care Management Team Manager")]
    [InlineData("Care Manager Team Leader")]
    [InlineData("Registered Care Manager")]
    [InlineData("Care Team Manager")]
    public void Is_manager(string role) => Assert.True(StaffKind.Of(role, "").IsManager);

    [Theory]
    [InlineData("Care Manager")]
    [InlineData("Senior Care Manager")]
    [InlineData("Assistant Care Manager")]
    [InlineData("Case Manager")]
    [InlineData("Care & Case Manager")]
    [InlineData("Social Worker")]
    [InlineData("Senior Social Worker")]
    [InlineData("Consultant Social Worker")]
    [InlineData("Principal Social Worker")]
    [InlineData("Advanced Practitioner")]
    [InlineData("Practice Supervisor")]
    [InlineData("Management Assistant")]
    [InlineData("Manager's Assistant")]
    [InlineData("Personal Assistant to the Director")]
    [InlineData("PA to Head of Service")]
    [InlineData("Business support to Team Manager")]
    [InlineData("Case Management Officer")]
    [InlineData("Independent Reviewing Officer")]
    [InlineData("Occupational Therapist")]
    [InlineData("Newly Qualified Social Worker")]
    [InlineData("")]
    public void Is_no_manager(string role) => Assert.False(StaffKind.Of(role, "").IsManager);

    [Theory]
    [InlineData("Social Worker", "First line manager", true, "manager")]
    [InlineData("Care Manager", "Practitioner", false, "care manager")]
    [InlineData("Team Manager", "Case holder", true, "manager")]
    [InlineData("Social Worker", "Senior practitioner", false, "")]
    [InlineData("", "Middle manager", true, "manager")]
    public void Can_be_said_by_the_level_as_well_and_names_the_word_that_decided(string role, string level, bool isManager,
        string because) =>
        Assert.Equal(new StaffKind(isManager, because), StaffKind.Of(role, level));
}
