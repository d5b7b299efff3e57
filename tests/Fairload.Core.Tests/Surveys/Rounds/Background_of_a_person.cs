using Fairload.Core.Surveys.Rounds;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Surveys.Rounds;

public sealed class Background_of_a_person
{
    private static readonly DateOnly Today = new(2026, 11, 16);
    private static readonly WorkerFacts Grace = new("S1", "Grace Adeyemi", Role: "Social Worker", StartsOn: new(2024, 11, 16));

    [Fact]
    public void Is_what_a_colleague_with_the_staff_list_would_say()
    {
        Assert.Equal("social-worker", Of(BackgroundQuestion.RoleGroup, Grace));
        Assert.Equal("manager", Background.Of(BackgroundQuestion.RoleGroup, Grace, true, Today));
        Assert.Equal("other", Of(BackgroundQuestion.RoleGroup, Grace with { Role = "Family support worker" }));
        Assert.Equal("2-to-5", Of(BackgroundQuestion.LengthOfService, Grace));
        Assert.Equal("under-2", Of(BackgroundQuestion.LengthOfService, Grace with { StartsOn = new(2024, 11, 17) }));
        Assert.Equal("over-5", Of(BackgroundQuestion.LengthOfService, Grace with { StartsOn = new(2021, 11, 16) }));
        Assert.Equal(Background.NotKnown, Of(BackgroundQuestion.LengthOfService, Grace with { StartsOn = null }));
        Assert.Equal("newly-qualified", Of(BackgroundQuestion.Experience, Grace with { AsyeStartedOn = new(2025, 11, 17) }));
        Assert.Equal("experienced", Of(BackgroundQuestion.Experience, Grace with { AsyeStartedOn = new(2025, 11, 16) }));
        Assert.Equal("agency-or-bank", Of(BackgroundQuestion.Contract, Grace with { EmploymentType = "Bank" }));
        Assert.Equal("employed", Of(BackgroundQuestion.Contract, Grace with { EmploymentType = "Permanent" }));
    }

    [Fact]
    public void Is_one_of_the_options_or_not_known() => Assert.All(Enum.GetValues<BackgroundQuestion>(), question =>
    {
        Assert.Contains(Of(question, Grace), Background.Options(question));
        Assert.DoesNotContain(Background.NotSaid, Background.Options(question));
        Assert.Equal(Background.Code(question), Background.Code(question).ToLowerInvariant());
    });

    private static string Of(BackgroundQuestion question, WorkerFacts facts) => Background.Of(question, facts, false, Today);
}
