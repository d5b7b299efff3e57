using Fairload.Core.Caseload;

namespace Fairload.App.Demo;

/// <summary>Takes the cases from one extract's day to the next: some close, some move on, new ones come, people leave.</summary>
internal sealed class DemoTimeline(DemoSize size, DemoDice dice, DemoCasebook casebook, DemoDealer dealer, DemoScoring scoring,
    List<DemoCase> cases)
{
    /// <summary>Everything that is open on the first day, in the mix of the council's size, and what closed in the half year
    /// before.</summary>
    public void Begin(DateOnly on)
    {
        var made = new List<DemoCase>();
        foreach (var row in DemoShape.Types)
        {
            for (var left = Target(row); left > 0; left--)
                made.Add(row.Type.Area == Area.Children ? casebook.Child(row, on, null) : casebook.Adult(row, on, null));
        }

        // Brothers and sisters were made one after another and are dealt together; families in random order.
        var families = made.GroupBy(c => c.Family).Select(g => g.ToList()).ToList();
        dice.Shuffle(families);
        foreach (var family in families) OpenAll(family, on);

        for (var left = size.ChildrensCases / 4; left > 0; left--) cases.Add(Done(casebook.Past()));
    }

    public void Step(DateOnly from, DateOnly to, IReadOnlyList<DemoWorker> workers)
    {
        foreach (var worker in workers.Where(w => w.End >= from && w.End < to && w.Phantom is null).ToList()) HandOver(worker, to);

        var open = cases.Where(c => c.IsOpen(from)).ToList();
        foreach (var @case in open) MoveOn(@case, from, to);
        var byType = cases.Where(c => c.IsOpen(to)).ToLookup(c => c.TypeOn(to));
        foreach (var row in DemoShape.Types) Balance(row, [.. byType[row.Type.Code]], from, to);
        foreach (var @case in cases)
        {
            if (!@case.IsOpen(to) || @case.Spells.Count == 0) continue;
            if (@case.Opened <= from && dice.Chance(0.05)) scoring.Score(@case, to, from);
            var moves = @case.Spells[^1].Worker is { } holder ? dice.Chance(0.02) && holder.Phantom is null : dice.Chance(0.10);
            if (moves) Reallocate(@case, from, to);
        }
    }

    private int Target(DemoTypeRow row) => (int)Math.Round(row.Share * (row.Type.Area == Area.Children ? size.ChildrensCases
        : size.AdultsCases));

    private void OpenAll(List<DemoCase> family, DateOnly on)
    {
        var first = family[0];
        foreach (var @case in family)
        {
            var row = DemoShape.Of(@case.TypeOn(on));
            @case.Kind = @case == first ? dealer.KindFor(row) : first.Kind;
            var since = @case.StageSince(on).AddDays(dice.Below(6));
            if (since > on) since = on;
            scoring.Score(@case, on, @case.Opened);
            var together = @case != first && first.Spells[^1].Worker is not null ? first.Spells[^1] : null;
            if (together is not null) DemoDealer.Give(@case, together.Team!, together.Worker!, since, on);
            else dealer.Deal(@case, since, on);
            CoWork(@case, on);
            cases.Add(@case);
        }
    }

    private void CoWork(DemoCase @case, DateOnly on)
    {
        if (@case.Adult is not { } adult || @case.Spells[^1] is not { Worker: { } worker, Team: { } team } || !dice.Chance(0.06)) return;
        var others = team.People.Where(p => p != worker && p.HoldsCases && p.IsAtWork(on)).ToList();
        if (others.Count > 0) adult.CoWorkers = [dice.Pick(others)];
    }

    private DemoCase Done(DemoCase @case)
    {
        @case.Kind = dealer.KindFor(DemoShape.Of(@case.TypeOn(@case.Opened)));
        var team = dealer.TeamFor(@case.Kind, @case.Opened);
        @case.Spells.Add(new(@case.Opened, team, dice.Pick(team.People)));
        return @case;
    }

    /// <summary>A leaver's cases go round the team on the last day. (Planted leavers keep theirs.)</summary>
    private void HandOver(DemoWorker worker, DateOnly to)
    {
        var day = worker.End!.Value;
        foreach (var @case in cases.Where(c => c.IsOpen(day) && c.Spells.Count > 0 && c.Spells[^1].Worker == worker))
            DemoDealer.GiveTo(@case, @case.Spells[^1].Team!.On(to), day, to);
    }

    private void MoveOn(DemoCase @case, DateOnly from, DateOnly to)
    {
        var type = @case.TypeOn(from);
        var day = from.AddDays(dice.Between(1, to.DayNumber - from.DayNumber));
        if (@case.Child is { } child) MoveChild(@case, child, type, day, to);
        else if (dice.Chance(DemoShape.Of(type).Leaves)) Close(@case, day, AdultReason(type));
    }

    private void MoveChild(DemoCase @case, DemoChild child, string type, DateOnly day, DateOnly to)
    {
        switch (type)
        {
            case "referral" when dice.Chance(DemoShape.Of(type).Leaves):
                if (dice.Chance(0.15))
                {
                    child.NoFurtherAction = true;
                    Close(@case, day, "");
                    return;
                }

                DemoCasebook.BeginAssessment(@case, child, DemoDays.Later(day, @case.StageSince(day)), DemoShape.AssessmentDuration(dice));
                NewStage(@case, CaseType.OpenAssessment, day, to);
                break;
            case "open-assessment" when child.AssessmentDone <= to:
                Assessed(@case, child, child.AssessmentDone.Value, to);
                break;
            case "looked-after" when child.Born.AddYears(18) <= to && child.Born.AddYears(18) > day.AddDays(-60):
                child.CareEnded = child.LeaverOn = DemoDays.Later(child.Born.AddYears(18), @case.StageSince(day).AddDays(1));
                @case.Stages.Add(new(child.LeaverOn.Value, CaseType.CareLeaver.Code));
                NewStage(@case, CaseType.CareLeaver, child.LeaverOn.Value, to);
                break;
            default:
                break;
        }
    }

    private void Assessed(DemoCase @case, DemoChild child, DateOnly done, DateOnly to)
    {
        if (dice.Chance(0.42))
        {
            Close(@case, done, "RC8 - Case closed after assessment, no further action");
            return;
        }

        @case.Stages.Add(new(done, CaseType.ChildInNeed.Code));
        if (dice.Chance(0.03))
        {
            child.CareOn = done;
            @case.Stages.Add(new(done, CaseType.LookedAfter.Code));
        }
        else if (dice.Chance(0.10))
        {
            casebook.Plan(@case, child, DemoDays.Earlier(to, done.AddDays(dice.Below(15))));
        }

        NewStage(@case, DemoShape.Of(@case.TypeOn(to)).Type, done, to);
    }

    /// <summary>Other work may be another team's: the case is dealt again when it is, and stays where it is when not.</summary>
    private void NewStage(DemoCase @case, CaseType type, DateOnly day, DateOnly to)
    {
        var row = DemoShape.Of(type.Code);
        if (dice.Chance(0.5)) scoring.Score(@case, to, day);
        var kind = dealer.KindFor(row);
        var held = @case.Spells.Count > 0 ? @case.Spells[^1] : null;
        if (kind == @case.Kind && held is { Worker: { } worker, Team: { } team } && worker.IsAtWork(to))
        {
            DemoDealer.Give(@case, team, worker, held.From, to);
            return;
        }

        @case.Kind = kind;
        dealer.Deal(@case, day, to);
    }

    private void Reallocate(DemoCase @case, DateOnly from, DateOnly to)
    {
        var team = @case.Spells[^1].Team?.On(to) ?? dealer.TeamFor(@case.Kind, to);
        var day = DemoDays.Later(from.AddDays(dice.Between(1, to.DayNumber - from.DayNumber)), @case.Spells[^1].From.AddDays(1));
        if (day <= to) DemoDealer.GiveTo(@case, team, day, to);
    }

    /// <summary>Closes or opens as many as bring the type back to its number.</summary>
    private void Balance(DemoTypeRow row, List<DemoCase> open, DateOnly from, DateOnly to)
    {
        var code = row.Type.Code;
        var target = Target(row);
        var closes = row.Type.Area == Area.Children && code is not ("referral" or "open-assessment");
        var leaving = closes ? (int)Math.Round(target * row.Leaves) : 0;
        dice.Shuffle(open);
        foreach (var @case in open.Where(c => c.StageSince(to) <= from).Take(Math.Max(open.Count - target, leaving)).ToList())
        {
            var day = from.AddDays(dice.Between(1, to.DayNumber - from.DayNumber));
            Close(@case, DemoDays.Later(day, @case.StageSince(to).AddDays(1)), ChildReason(code));
        }

        var family = new List<DemoCase>(1) { null! };
        for (var missing = target - open.Count(c => c.IsOpen(to)); missing > 0; missing--)
        {
            family[0] = row.Type.Area == Area.Children ? casebook.Child(row, to, from) : casebook.Adult(row, to, from);
            OpenAll(family, to);
        }
    }

    private static void Close(DemoCase @case, DateOnly on, string reason)
    {
        DemoDealer.Release(@case);
        (@case.ClosedOn, @case.CloseReason) = (on, reason);
        if (@case.Child is not { } child) return;
        // What is closed early ends what was under way.
        if (child.AssessmentOn is null) child.NoFurtherAction = true;
        if (child.AssessmentDone > on) child.AssessmentDone = on;
        if (child.PlanOn < on) child.PlanEnded ??= on;
        if (child.CareOn < on) child.CareEnded ??= on;
    }

    private string ChildReason(string type) => type switch
    {
        "looked-after" => dice.Pick(["RC1 - Adopted", "RC4 - Special guardianship order",
            "RC7 - Services ceased for any other reason, including child no longer in need"]),
        "care-leaver" => "",
        _ => dice.Chance(0.93) ? "RC7 - Services ceased for any other reason, including child no longer in need"
            : "RC5 - Transferred to services of another local authority",
    };

    private string AdultReason(string type) => type switch
    {
        "long-term-support" => dice.Pick(["Died", "Moved to another council", "Services ended as planned"]),
        "adult-assessment" => dice.Pick(["Support plan agreed", "Information and advice", "No eligible needs", "Declined"]),
        "mental-capacity" => dice.Pick(["Authorisation granted", "Not granted", "Person left hospital"]),
        "safeguarding" => dice.Pick(["Risk reduced", "Risk removed", "Risk remains"]),
        _ => dice.Pick(["Completed", "Completed", "No longer needed"]),
    };
}
