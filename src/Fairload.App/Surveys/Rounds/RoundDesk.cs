using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys.Rounds;

/// <summary>Planning rounds of a survey: what is asked, how codes come to people, which teams are shown together. Nobody has been invited
/// yet, but for what is made stricter while people answer.</summary>
public sealed class RoundDesk(
    FairloadDb db, QuestionnaireDesk questionnaires, Population population, AuditTrail audit, TimeProvider clock)
{
    private const int MostRounds = 1024;

    /// <summary>Plans a round. Sent twice, it is one: a plan that is the same as one that waits is that one.</summary>
    public Task<Result<SurveyRound>> Plan(RoundPlan plan, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        return db.Change<Result<SurveyRound>>(
            async () =>
            {
                await OneAtATime.Wait(db, "survey rounds", stop);
                var asked = await questionnaires.Find(plan.Questionnaire, stop);
                plan = plan with { For = asked?.For ?? Respondents.Practitioners };
                var problems = plan.Faults(clock.UkToday).ToList();
                if (asked is null || asked.For == Respondents.Employer) problems.Add(NotForRounds(plan, asked));
                if (problems.Count > 0) return problems.DistinctBy(p => p.Field).ToList();

                var rounds = await db.Set<SurveyRound>().ToListAsync(stop);
                if (rounds.Find(r => IsSame(r, plan)) is { } there) return there;
                if (rounds.Count >= MostRounds) return new Problem("", $"There have been {MostRounds} rounds, and no more can be told apart by their codes");
                var planned = SurveyRound.Plan(plan, asked!.Version, AccessCode.MarkOf(rounds.Count), reader.Name, clock.UkToday);
                if (!planned.Try(out var round, out _)) return planned;
                db.Add(round);
                await audit.Note(reader, AuditAction.SurveyRoundChanged, "survey round", round.Id.ToString(), "planned", stop);
                return round;
            },
            stop);
    }

    /// <summary>Another plan for the same round, as long as nobody has been invited.</summary>
    public Task<Result<SurveyRound>> Replan(Id<SurveyRound> id, RoundPlan plan, Reader reader, CancellationToken stop) =>
        Alter(id, "planned anew", reader, async round =>
        {
            var asked = await questionnaires.Find(plan.Questionnaire, stop);
            if (asked is null || asked.For == Respondents.Employer) return NotForRounds(plan, asked);
            return round.Replan(plan with { For = asked.For }, asked.Version, clock.UkToday);
        }, stop);

    /// <summary>Which teams are shown together; those not named stand by themselves.</summary>
    /// <param name="joined">Names of teams.</param>
    public Task<Result<SurveyRound>> Join(
        Id<SurveyRound> id, IReadOnlyList<IReadOnlyList<string>> joined, Reader reader, CancellationToken stop) =>
        Alter(id, "teams joined", reader, async round =>
        {
            if (round.State != RoundState.Planned) return new Problem("", $"People have been told which teams are shown together. Nothing was changed");
            if (round.IsOfPeople) return new Problem("", $"Teams are joined by how many staff they have, and nobody of the staff is asked here. Nothing was changed");
            var people = await population.On(clock.UkToday, stop);
            var teams = people.Select(p => p.Team).OfType<Team>().DistinctBy(t => t.Id).ToDictionary(t => t.Name);
            if (Fault(joined, teams, people) is { } fault) return fault;
            await Lay(round, people, [.. joined.Select(j => (IReadOnlyList<Id<Team>>)[.. j.Select(name => teams[name].Id)])], stop);
            return round;
        }, stop);

    /// <summary>The joins that put most people into a group that is shown.</summary>
    public async Task<Result<SurveyRound>> JoinAsSuggested(Id<SurveyRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        var floor = await db.Set<SurveyRound>().AsNoTracking().Where(r => r.Id == id).Select(r => (int?)r.Floor).SingleOrDefaultAsync(stop);
        var teams = Units.Teams(await population.On(clock.UkToday, stop));
        var merged = TeamMerges.Suggest(teams, floor ?? RoundPlan.UsualFloor, Crossing.UsualResponse);
        return await Join(id, [.. merged.Where(m => m.Teams.Count > 1).Select(m => m.Teams)], reader, stop);
    }

    public Task<Result<SurveyRound>> Cancel(Id<SurveyRound> id, Reader reader, CancellationToken stop) =>
        Alter(id, "cancelled", reader, round => Task.FromResult(round.Cancel()), stop);

    /// <summary>Units and people as of today, in the place of those laid down before. Inside a change.</summary>
    internal async Task<IReadOnlyList<RoundUnit>> Lay(
        SurveyRound round, IReadOnlyList<StaffMember> people, IReadOnlyList<IReadOnlyList<Id<Team>>> joined, CancellationToken stop)
    {
        await db.Set<RoundPerson>().Where(p => p.RoundId == round.Id).ExecuteDeleteAsync(stop);
        await db.Set<RoundUnit>().Where(u => u.RoundId == round.Id).ExecuteDeleteAsync(stop);
        var units = round.IsOfPeople ? Units.OfPeople(round.Id, people) : Units.Of(round.Id, people, joined);
        db.AddRange(units);
        if (round.IsOfPeople) return units;
        db.AddRange(people.Select(p => new RoundPerson(
            Id<RoundPerson>.New(), round.Id, p.Worker.Id, Units.For(p, units).Id, p.Values[BackgroundQuestion.RoleGroup],
            p.Values[BackgroundQuestion.LengthOfService], p.Values[BackgroundQuestion.Experience], p.Values[BackgroundQuestion.Contract],
            p.IsAway)));
        return units;
    }

    /// <summary>One change to a round, noted in the audit trail where it is not refused.</summary>
    internal Task<Result<SurveyRound>> Alter(
        Id<SurveyRound> id, string what, Reader reader, Func<SurveyRound, Task<Result<SurveyRound>>> alter, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        return db.Change<Result<SurveyRound>>(
            async () =>
            {
                await OneAtATime.Wait(db, "survey rounds", stop);
                if (await db.Set<SurveyRound>().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return NotThere;
                var altered = await alter(round);
                if (altered.Try(out _, out _))
                    await audit.Note(reader, AuditAction.SurveyRoundChanged, "survey round", id.ToString(), what, stop);
                return altered;
            },
            stop);
    }

    internal static Problem NotThere => new("Round", $"There is no such round. See which there are with the round status command");

    private static Problem NotForRounds(RoundPlan plan, Questionnaire? asked) => asked is null
        ? new("Questionnaire", $"There is no questionnaire {plan.Questionnaire}. See which there are with the survey list command")
        : new("Questionnaire", $"{asked.Name.En} is the employer's own return and is not asked in a round. Choose one that staff, or people and carers answer");

    private static Problem? Fault(
        IReadOnlyList<IReadOnlyList<string>> joined, Dictionary<string, Team> teams, IReadOnlyList<StaffMember> people)
    {
        var names = joined.SelectMany(j => j).ToList();
        if (names.Find(n => !teams.ContainsKey(n)) is { } missing)
            return new("Join", $"There is no team called {missing} with anybody in it. Nothing was joined");
        if (names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new("Join", $"{twice.Key} is named twice. A team can be shown with others only once");
        foreach (var group in joined)
        {
            var (first, count) = (group[0], people.Count(p => p.Team is { } team && group.Contains(team.Name)));
            if (group.Count > TeamMerges.MostTeams || (group.Count > 1 && count > TeamMerges.MostPeople))
                return new("Join", $"{first} and those beside it are more than {TeamMerges.MostTeams} teams or {TeamMerges.MostPeople} people. Join fewer");
            if (group.Any(name => teams[name].Service != teams[first].Service))
                return new("Join", $"{first} and those beside it are of different services. Join teams of one service");
        }

        return null;
    }

    private static bool IsSame(SurveyRound round, RoundPlan plan) =>
        round.State == RoundState.Planned && round.Questionnaire == plan.Questionnaire && round.Mode == plan.Mode
        && round.OpensOn == plan.OpensOn && round.ClosesOn == plan.ClosesOn && round.Floor == plan.Floor
        && round.CommentFloor == plan.CommentFloor && round.Background.ToHashSet().SetEquals(plan.Background)
        && round.SafePerson == plan.SafePerson.Trim();
}
