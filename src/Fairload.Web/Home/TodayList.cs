using Fairload.App.Caseload;
using Fairload.App.Home;
using Fairload.App.Store;
using Fairload.Core.Caseload;
using Fairload.Web.Actions;
using Fairload.Web.Allocation;
using Fairload.Web.Allocation.Transfers;
using Fairload.Web.Caseload;
using Fairload.Web.Supervision;

namespace Fairload.Web.Home;

/// <summary>One list for everyone, the most urgent first.</summary>
internal sealed class TodayList(Catalogue T, TodayView now, CouncilSettings settings)
{
    /// <summary>So many of a kind are named; of more it is said how many.</summary>
    private const int Named = 5;

    public IReadOnlyList<TodayLine> Lines() =>
        [.. Data().Concat(Entered()).Concat(Asked()).Concat(Told()).Concat(Transfers()).Concat(Panels()).Concat(Calibrations())
            .Concat(Own())
            .Concat(Teams()).Concat(Services()).Concat(Imports()).Concat(Staff()).Concat(new SurveyLines(T, now.Surveys).Lines())
            .Concat(new HealthCheckLines(T, now.HealthCheck, now.Today).Lines())
            .Concat(new ActionLines(T, now.Actions, now.Today).Lines())
            .Concat(new SupervisionLines(T, now.Supervision, now.Today).Lines())
            .Concat(new WorkplaceLines(T, now.Workplace).Lines())
            .Concat(new ReviewLines(T, now.Reviews, now.Today).Lines())
            .Concat(new PlanLines(T, now.Plans).Lines())
            .OrderBy(l => l.Urgency).ThenBy(l => l.Day ?? DateOnly.MaxValue)];

    private string Limit => T.Number(settings.Limits.OverFrom);

    private IEnumerable<TodayLine> Data()
    {
        if (now.IsForNobody || now.AsOf.Oldest is not { } day || now.Today.DayNumber - day.DayNumber <= settings.Limits.DataAgeDays)
            yield break;
        var says = T["The figures are of {0}, {1} days ago. Ask for a new extract before deciding by them.", day, now.Today.DayNumber - day.DayNumber];
        yield return now.Imports is null ? new(Urgency.OldFigures, day, says, "/help", T["What this means"])
            : new(Urgency.OldFigures, day, says, "/imports", T["Go to imports"]);
    }

    private IEnumerable<TodayLine> Entered()
    {
        if (now.Contested == 0) yield break;
        yield return new(
            Urgency.NamesToSettle, null,
            T.Count(now.Contested, "An extract says otherwise than {0} entry that was made here.",
                "Extracts say otherwise than {0} entries that were made here."), "/entered", T["Settle"]);
    }

    private IEnumerable<TodayLine> Asked()
    {
        foreach (var reply in now.ToReply)
        {
            var (says, due) = (reply.Case.Reference, reply.Answer.ReplyDueOn!.Value);
            yield return new(Urgency.ToReply, due, reply switch
            {
                { Interim: null } => T["{0}: a worker says that it is not safe, and nobody looks after it. Name somebody and reply.", says],
                _ when reply.Answer.IsLate(now.Today) => T["{0}: the reply to “not safe” was due on {1}.", says, due],
                _ => T["{0}: a worker says that it is not safe. Reply by {1}.", says, due],
            }, $"/answers/{reply.Answer.Id}", T["Reply"]);
        }

        if (now.Late > 0)
        {
            yield return new(Urgency.Late, null,
                T.Count(now.Late, "{0} written reply to “not safe” is late, and you stand above.",
                    "{0} written replies to “not safe” are late, and you stand above."), "/answers", T["Look at it"]);
        }

        foreach (var asked in now.ToAnswer.Take(Named))
        {
            yield return new(Urgency.ToAnswer, asked.DueOn,
                asked.IsLate ? T["{0} was given to you. Your answer was due on {1}.", asked.Case.Reference, asked.DueOn]
                    : T["{0} is given to you. Answer by {1}.", asked.Case.Reference, asked.DueOn],
                $"/my-work/answers/{asked.Decision.Id}", T["Answer"]);
        }

        if (now.ToAnswer.Count > Named)
        {
            yield return new(Urgency.ToAnswer, null,
                T.Count(now.ToAnswer.Count - Named, "{0} more case waits for your answer.", "{0} more cases wait for your answer."),
                "/my-work/notices", T["Read"]);
        }
    }

    private IEnumerable<TodayLine> Told()
    {
        if (now.Handover is { Missing: > 0 } handover)
            yield return new(Urgency.Handover, handover.EndsOn, HandoverWords.Says(T, handover), "/my-work/handover", T["Write them"]);
        if (now.Told == 0) yield break;
        yield return new(Urgency.Told, null,
            T.Count(now.Told,
                "{0} decision or notice about a case has not been seen by you.", "{0} decisions or notices about cases have not been seen by you."),
            "/my-work/notices", T["Read"]);
    }

    private IEnumerable<TodayLine> Transfers() => now.Transfers.Select(line => new TodayLine(
        line.IsLate ? Urgency.TransferLate : Urgency.Transfer, line.Due, TransferWords.Asks(T, line), Links.Transfer(line.Transfer.Id),
        T["Open the transfer"]));

    private IEnumerable<TodayLine> Panels() =>
    [
        .. now.Panels.Soon.Select(b => new TodayLine(
            Urgency.Soon, b.Session.HeldOn,
            T["Case {0} is at the complex case panel on {1}.", b.Case.Reference, PanelWords.When(T, b.Session, b.Booking.Slot)],
            Links.PanelBooking(b.Booking.Id), T["See what is asked"])),
        .. now.Panels.NotRecorded.Select(s => new TodayLine(
            Urgency.PanelNotRecorded, s.HeldOn, T["What the complex case panel of {0} advised is not recorded yet.", s.HeldOn],
            Links.PanelSession(s.Id), T["Record it"])),
    ];

    private IEnumerable<TodayLine> Calibrations() => now.Calibrations.Select(due => new TodayLine(
        Urgency.Soon, due.ClosesOn,
        due.Left == 0 ? T["Every vignette is scored; say by {0} that you have finished.", due.ClosesOn]
            : T.Count(due.Left, "{0} vignette to score by {1}.", "{0} vignettes to score by {1}.", due.ClosesOn),
        $"/calibration/{due.Round}", T["Go on"]));

    private IEnumerable<TodayLine> Own()
    {
        if (now.Mine is not { } mine) yield break;
        var running = mine.Cases.Where(c => c.NextClock?.Due.DueOn is not null).ToList();
        var overdue = running.Where(c => c.NextClock!.Due.IsOverdue(now.Today)).OrderBy(c => c.NextClock!.Due.DueOn).ToList();
        foreach (var line in overdue.Take(Named))
        {
            yield return Clock(line, Urgency.Overdue,
                T["{0}: {1} was due on {2}.", line.Held.Reference, ClockWords.Name(T, line.NextClock!.Clock), line.NextClock.Due.DueOn]);
        }

        if (overdue.Count > Named)
        {
            yield return new(Urgency.Overdue, null,
                T.Count(overdue.Count - Named, "{0} more case has something overdue.", "{0} more cases have something overdue."),
                "/my-work", T["See them in my work"]);
        }

        var soon = running.Except(overdue).Where(c => c.NextClock!.Due.DueOn <= now.SoonUntil).OrderBy(c => c.NextClock!.Due.DueOn)
            .ToList();
        foreach (var line in soon.Take(Named))
        {
            yield return Clock(line, Urgency.Soon,
                T["{0}: {1} is due on {2}.", line.Held.Reference, ClockWords.Name(T, line.NextClock!.Clock), line.NextClock.Due.DueOn]);
        }

        if (soon.Count > Named)
        {
            yield return new(Urgency.Soon, null,
                T.Count(soon.Count - Named, "{0} more case has something due by {1}.", "{0} more cases have something due by {1}.",
                now.SoonUntil), "/my-work", T["See them in my work"]);
        }

        var stale = mine.Cases.Count(c => c.StaleBecause.Count > 0);
        if (stale > 0)
        {
            yield return new(Urgency.ScoreDue, null,
                T.Count(stale, "{0} of your cases is due a new score.", "{0} of your cases are due a new score."), "/my-work/score",
                T["Score your cases"]);
        }

        var load = mine.Person.Load;
        if (load.Unscored > 0)
        {
            yield return new(Urgency.ScoreDue, null,
                T.Count(load.Unscored, "Your load is provisional: {0} of your {1} cases is not scored.",
                "Your load is provisional: {0} of your {1} cases are not scored.", load.Cases), "/my-work/score", T["Score your cases"]);
        }
    }

    private TodayLine Clock(CaseLine line, Urgency urgency, string says) =>
        new(urgency, line.NextClock!.Due.DueOn, says, Links.Case(line.Held.CaseId), T["Open the case"]);

    private IEnumerable<TodayLine> Teams()
    {
        foreach (var team in now.Teams)
        {
            var (name, href) = (team.Team.Name, Links.Team(team.Team.Id));
            foreach (var line in Waits(team.Waiting, name, href, T["Open the team"])) yield return line;
            if (Over(team.Over.Count(), name, href, T["Open the team"]) is { } over) yield return over;
            if (team.StaleScores > 0)
            {
                yield return new(Urgency.ScoreDue, null,
                    T.Count(team.StaleScores, "{1}: {0} case is due a new score.", "{1}: {0} cases are due a new score.", name), href,
                    T["Open the team"]);
            }

            var unknown = team.Members.Count(m => m.Person.Load.Capacity is null);
            if (unknown > 0)
            {
                yield return new(Urgency.HoursNotKnown, null,
                    T.Count(unknown, "{1}: the hours of {0} person are not known.", "{1}: the hours of {0} people are not known.", name),
                    "/people?Only=hours", T["See whose"]);
            }
        }
    }

    private IEnumerable<TodayLine> Services()
    {
        if (now.Services is not { } all) yield break;
        // With more services than anybody reads as a list, all of them are one; the table below tells them apart.
        var areMany = all.Services.Count > Named;
        IReadOnlyList<IReadOnlyList<ServiceView>> groups = areMany ? [all.Services] : [.. all.Services.Select(s => new[] { s })];
        foreach (var group in groups)
        {
            var name = areMany ? T["All {0} services", group.Count] : group[0].Service;
            var (href, action) = areMany ? ("/services", T["Open the services"]) : (Links.Service(group[0].Service), T["Open the service"]);
            var waiting = WaitingView.Of([.. group.SelectMany(s => s.Waiting.All)]);
            var (toWaiting, see) = areMany ? ("/waiting", T["See what waits"]) : (href, action);
            foreach (var line in Waits(waiting, name, toWaiting, see)) yield return line;
            var teams = group.SelectMany(s => s.Teams).ToList();
            var over = teams.Sum(t => t.Bands.GetValueOrDefault(Band.Over) + t.Bands.GetValueOrDefault(Band.OverNoCapacity));
            if (Over(over, name, href, action) is { } line2) yield return line2;
            var stale = teams.Sum(t => t.StaleScores);
            if (stale > 0)
            {
                yield return new(Urgency.ScoreDue, null,
                    T.Count(stale, "{1}: {0} case is due a new score.", "{1}: {0} cases are due a new score.", name), href, action);
            }
        }

        foreach (var line in Waits(all.NoTeam, T["In no team"], "/waiting", T["See what waits"])) yield return line;
    }

    private IEnumerable<TodayLine> Waits(WaitingView waiting, string where, string href, string action)
    {
        var left = waiting.Phantom.Count;
        if (left > 0)
        {
            yield return new(Urgency.Phantom, waiting.Phantom[0].Since,
                T.Count(left, "{1}: {0} case is in the name of someone who is not at work.",
                "{1}: {0} cases are in the name of someone who is not at work.", where), href, action);
        }

        var count = waiting.All.Count();
        if (count == 0) yield break;
        var oldest = waiting.All.MinBy(w => w.Since)!;
        var says = T.Count(count, "{1}: {0} case waits", "{1}: {0} cases wait", where);
        yield return new(Urgency.Waiting, oldest.Since, (oldest.WorkingDays, oldest.SinceIsKnown) switch
        {
            ({ } days, true) => T["{0}, the oldest {1} working days, since {2}.", says, days, oldest.Since],
            ({ } days, false) => T["{0}, the oldest {1} working days or more, since at least {2}.", says, days, oldest.Since],
            _ => T["{0}, the oldest since {1}.", says, oldest.Since],
        }, href, action);
    }

    private TodayLine? Over(int count, string where, string href, string action) =>
        count == 0 ? null
            : new(Urgency.Over, null, T.Count(count, "{1}: {0} person is over {2}%.", "{1}: {0} people are over {2}%.", where, Limit),
            href, action);

    private IEnumerable<TodayLine> Imports()
    {
        if (now.Imports is not { } imports) yield break;
        if (imports.NothingYet)
        {
            yield return new(Urgency.NothingImported, null, T["Nothing has been imported yet. Begin with the staff list."], "/imports",
                T["Go to imports"]);
        }

        if (imports.NamesToSettle > 0)
        {
            yield return new(Urgency.NamesToSettle, null,
                T.Count(imports.NamesToSettle, "{0} name in the extracts matches nobody.", "{0} names in the extracts match nobody."),
                "/imports", T["Settle names"]);
        }

        foreach (var looked in imports.Looked.Take(Named))
        {
            yield return new(Urgency.NotConfirmed, DateOnly.FromDateTime(looked.LookedAt),
                T["{0} (as of {1}) was looked at and is not confirmed.", looked.FileName, looked.AsOf], "/imports", T["Go to imports"]);
        }
    }

    private IEnumerable<TodayLine> Staff()
    {
        if (now.Staff is not { } staff) yield break;
        if (staff.HoursNotKnown > 0)
        {
            yield return new(Urgency.HoursNotKnown, null,
                T.Count(staff.HoursNotKnown, "The hours of {0} person are not known.", "The hours of {0} people are not known."),
                "/people?Only=hours", T["See whose"]);
        }

        if (staff.Away > 0)
        {
            yield return new(Urgency.Away, null, T.Count(staff.Away, "{0} person is away today.", "{0} people are away today."),
                "/people?Only=away", T["See who"]);
        }
    }
}
