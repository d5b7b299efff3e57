using Fairload.App.Surveys.Ballots;
using Fairload.App.Surveys.Paper;
using Fairload.App.Surveys.Results;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys.Rounds;

/// <summary>Rounds as readers see them: before the opening what the staff list says of the plan, while open a band, and never a
/// result.</summary>
public sealed class RoundReading(
    FairloadDb db, BallotStore ballots, QuestionnaireDesk questionnaires, Population population, TimeProvider clock)
{
    public async Task<RoundList> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSurveys);
        var (today, plans) = (clock.UkToday, reader.May(Permission.SeeSurveyPlans));
        var rounds = (await db.Set<SurveyRound>().AsNoTracking().ToListAsync(stop))
            .Where(r => plans || r.State == RoundState.Closed || r.IsOpen(today))
            .OrderByDescending(r => r.OpensOn).ThenBy(r => r.Mark, StringComparer.Ordinal).ToList();
        var lines = new List<RoundLine>();
        foreach (var round in rounds)
        {
            var line = await Line(round, await Asked(round, stop), plans, stop);
            lines.Add(line with { MayKeyIn = line.IsOpenToday && await Typists.Includes(db, round.Id, reader, stop) });
        }

        return new(today, [.. lines.Where(l => plans || l.IsOpenToday || l.HasResults)], plans, reader.May(Permission.PlanSurveys));
    }

    /// <summary>Null when there is no such round.</summary>
    public async Task<RoundView?> Show(Id<SurveyRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSurveyPlans);
        if (await db.Set<SurveyRound>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return null;
        var asked = await Asked(round, stop);
        var line = await Line(round, asked, true, stop);
        var units = await UnitsOf(id, stop);
        if (round.State is RoundState.Open or RoundState.Closed)
            return await WithPaper(await Frozen(line, asked, units, reader, stop), reader, stop);
        return round.IsOfPeople ? await BeforePeople(line, asked, reader, stop) : await Before(line, asked, units, reader, stop);
    }

    internal async Task<IReadOnlyList<RoundUnit>> UnitsOf(Id<SurveyRound> id, CancellationToken stop) =>
        await db.Set<RoundUnit>().AsNoTracking().Where(u => u.RoundId == id).OrderBy(u => u.Number).ToListAsync(stop);

    /// <summary>As it was when the round opened; before, as it is.</summary>
    internal async Task<Questionnaire> Asked(SurveyRound round, CancellationToken stop) =>
        round.Document.Length > 0 ? QuestionnaireDesk.Sound(round.Document)
            : await questionnaires.Find(round.Questionnaire, round.QuestionnaireVersion, stop)
                ?? throw new InvalidOperationException($"The round {round.Id} asks a questionnaire that is not there.");

    private async Task<RoundLine> Line(SurveyRound round, Questionnaire asked, bool plans, CancellationToken stop)
    {
        var isOpen = round.IsOpen(clock.UkToday);
        var hasResults = round.State == RoundState.Closed && await db.Set<SurveyResult>().AnyAsync(r => r.RoundId == round.Id, stop);
        // Of people and carers nobody knows how many were asked, so there is no share of them to tell.
        var isTold = plans && isOpen && !round.IsOfPeople;
        return new(round, asked.Name, isOpen, isTold ? await ballots.Participation(round.Id, stop) : null, hasResults);
    }

    /// <summary>The staff list of today against the plan.</summary>
    private async Task<RoundView> Before(
        RoundLine line, Questionnaire asked, IReadOnlyList<RoundUnit> planned, Reader reader, CancellationToken stop)
    {
        var (round, today) = (line.Round, clock.UkToday);
        var people = await population.On(today, stop);
        var units = Units.Of(round.Id, people, [.. planned.Select(u => (IReadOnlyList<Id<Team>>)[.. u.TeamIds])]);
        var crossing = Crossing.Of(Units.Crossed(people, units), round.Background, round.Floor, Crossing.UsualResponse);
        var merged = TeamMerges.Suggest(Units.Teams(people), round.Floor, Crossing.UsualResponse);
        var shown = merged.Where(m => Crossing.Expected(m.People, Crossing.UsualResponse) >= round.Floor).Sum(m => m.People);
        var effort = Effort.Of(asked);
        var unreached = round.Mode == RoundMode.PersonalCodes ? people.Count(p => string.IsNullOrWhiteSpace(p.Worker.Email)) : 0;
        return new(
            line, asked, effort, today, units, people.Count, people.Count(p => p.IsAway),
            people.Count(p => Background.IsAgencyOrBank(p.Worker.EmploymentType)), unreached, crossing,
            new([.. merged.Where(m => m.Teams.Count > 1)], shown), await Burden(units, people, effort, stop),
            SkipLogic.Isolating(asked, Crossing.Expected(people.Count, Crossing.UsualResponse), round.Floor), 0,
            reader.May(Permission.PlanSurveys));
    }

    /// <summary>Nobody is listed: what can be said is which teams stand on the sheet.</summary>
    private async Task<RoundView> BeforePeople(RoundLine line, Questionnaire asked, Reader reader, CancellationToken stop)
    {
        var units = Units.OfPeople(line.Round.Id, await population.On(clock.UkToday, stop));
        return new(
            line, asked, Effort.Of(asked), clock.UkToday, units, 0, 0, 0, 0, null, null, [],
            SkipLogic.Isolating(asked, 0, line.Round.Floor), 0, reader.May(Permission.PlanSurveys));
    }

    private async Task<RoundView> WithPaper(RoundView view, Reader reader, CancellationToken stop)
    {
        var (id, floor) = (view.Round.Id, view.Round.Floor);
        var record = await ballots.Record(id, stop);
        return view with
        {
            MayKeyIn = view.Line.IsOpenToday && await Typists.Includes(db, id, reader, stop),
            Typists = view.MayPlan ? await Typists.Nameable(db, id, stop) : [],
            HandedOut = await db.Set<HandedOut>().AsNoTracking().Where(h => h.RoundId == id).ToListAsync(stop),
            KeyedIn = record?.KeyedIn >= floor ? record.KeyedIn : null,
        };
    }

    /// <summary>The frozen list, in counts alone.</summary>
    private async Task<RoundView> Frozen(
        RoundLine line, Questionnaire asked, IReadOnlyList<RoundUnit> units, Reader reader, CancellationToken stop)
    {
        var id = line.Round.Id;
        var people = db.Set<RoundPerson>().Where(p => p.RoundId == id);
        var waiting = await db.Set<RoundDelivery>().CountAsync(d => d.RoundId == id && !d.IsSent, stop);
        return new(
            line, asked, Effort.Of(asked), clock.UkToday, units, await people.CountAsync(stop),
            await people.CountAsync(p => p.IsAway, stop),
            await people.CountAsync(p => p.Contract == "agency-or-bank", stop), line.Round.Unreached, null, null, [], [], waiting,
            reader.May(Permission.PlanSurveys));
    }

    /// <summary>Of a unit what most of its people would have been asked for in twelve months.</summary>
    private async Task<IReadOnlyList<UnitBurden>> Burden(
        IReadOnlyList<RoundUnit> units, IReadOnlyList<StaffMember> people, Effort effort, CancellationToken stop)
    {
        var since = clock.UkToday.AddYears(-1);
        var rounds = await db.Set<SurveyRound>().AsNoTracking().Where(r => r.OpenedOn >= since).ToListAsync(stop);
        var byTeam = units.SelectMany(u => u.TeamIds.Select(t => (t, u.Name))).ToDictionary(p => p.t, p => p.Name);
        var unitOf = people.ToDictionary(p => p.Worker.Id, p => p.Team is { } team ? byTeam[team.Id] : Units.NoTeam);
        var asked = units.ToDictionary(u => u.Name, _ => (Minutes: effort.Minutes, Rounds: 1));
        foreach (var round in rounds)
        {
            var minutes = Effort.Of(QuestionnaireDesk.Sound(round.Document)).Minutes;
            var workers = await db.Set<RoundPerson>().Where(p => p.RoundId == round.Id).Select(p => p.WorkerId).ToListAsync(stop);
            foreach (var unit in workers.Where(unitOf.ContainsKey).GroupBy(w => unitOf[w]))
            {
                if (unit.Count() * 2 < unitOf.Values.Count(u => u == unit.Key)) continue;
                asked[unit.Key] = (asked[unit.Key].Minutes + minutes, asked[unit.Key].Rounds + 1);
            }
        }

        return
        [
            .. asked.Select(a => new UnitBurden(a.Key, a.Value.Minutes, a.Value.Rounds))
                .OrderBy(b => b.Unit, StringComparer.CurrentCulture),
        ];
    }
}
