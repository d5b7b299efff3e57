using Fairload.App.Caseload;
using Fairload.App.Actions;
using Fairload.App.Home;
using Fairload.App.Store;
using Fairload.App.Workplace;
using Fairload.Core.Caseload;
using Fairload.Web.Home;

namespace Fairload.Web.Tests.Home;

public sealed class Today_of_a_large_council
{
    private static readonly DateOnly Day = new(2026, 11, 16);

    [Fact]
    public void Says_once_for_all_services_what_each_of_five_would_say_for_itself()
    {
        Assert.Equal(
            [
                "A: 1 case is in the name of someone who is not at work.", "B: 1 case is in the name of someone who is not at work.",
                "C: 1 case is in the name of someone who is not at work.", "D: 1 case is in the name of someone who is not at work.",
                "E: 1 case is in the name of someone who is not at work.",
            ],
            Lines(5).Where(l => l.Contains("not at work", StringComparison.Ordinal)));
        Assert.Equal(
            [
                "All 6 services: 6 cases are in the name of someone who is not at work.",
                "All 6 services: 6 cases wait, the oldest 9 working days, since 3 November 2026.",
            ],
            Lines(6));
    }

    private static List<string> Lines(int services)
    {
        var all = Enumerable.Range(0, services).Select(n => new ServiceView(
            $"{(char)('A' + n)}", Day, new(Day, Day, Day), [], WaitingView.Of([Phantom(n)]), 12));
        var now = new TodayView(
            Day, Day, new(Day, Day, Day), null, [], new([.. all], WaitingView.Of([])), null, null, 0, [], [], [], new([], []), [], 0, null,
            SurveysToday.Nothing, WorkplaceToday.Nothing, SupervisionToday.Nothing, ActionsToday.Nothing, null, ReviewsToday.Nothing,
            PlansToday.Nothing, 0);
        return [.. new TodayList(new(Language.English), now, new CouncilSettings()).Lines().Select(l => l.Says)];
    }

    private static WaitingCase Phantom(int n) => new(
        Id<Case>.New(), $"R-{n}", CaseType.ChildInNeed.Code, 2, null, "", WaitingList.Phantom, PhantomReason.Left, null, "Somebody",
        default, new DateOnly(2026, 11, 3).AddDays(n), true, 9, null, 5);
}
