using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Surveys.Ballots;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys.Paper;

/// <summary>A round for which somebody may type in.</summary>
/// <param name="Shut">Why nothing can be typed in today; null while it is open.</param>
public sealed record KeyingPlace(SurveyRound Round, Questionnaire Asked, IReadOnlyList<RoundUnit> Units, Problem? Shut);

/// <summary>A sheet as it was typed.</summary>
/// <param name="GivenBack">The code of a sheet that was given back instead of being used; empty for none.</param>
public sealed record TypedSheet(Sending What, string GivenBack);

/// <summary>It counts.</summary>
/// <param name="WasThere">The same page had been sent before: what it says now was not stored.</param>
public sealed record KeyedIn(string Receipt, bool WasThere);

/// <summary>
/// Types in what was answered on paper or by telephone. The ballot goes the way of all others; nothing here notes that it was typed, when,
/// or by whom: no trail, no row, no log.
/// </summary>
public sealed class KeyingDesk(FairloadDb db, BallotStore ballots, RoundReading rounds, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Null where there is no such round, nobody was asked yet, or this reader was not named for it.</summary>
    public async Task<KeyingPlace?> Find(Id<SurveyRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeyInAnswers);
        var round = await db.Set<SurveyRound>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop);
        if (round is not { State: RoundState.Open or RoundState.Closed }) return null;
        if (!await Typists.Includes(db, id, reader, stop)) return null;
        return new(
            round, QuestionnaireDesk.Sound(round.Document), await rounds.UnitsOf(id, stop),
            round.IsOpen(clock.UkToday) ? null : RespondingDesk.Over(round));
    }

    /// <summary>What is wrong with a sheet as it was typed; nothing is stored.</summary>
    public static IReadOnlyList<Problem> Faults(KeyingPlace place, TypedSheet sheet)
    {
        if (place.Shut is { } shut) return [shut];
        var faults = new List<Problem>();
        if (sheet.What.Background.GetValueOrDefault(Background.Unit) is null or "")
            faults.Add(new(Background.Unit, $"Choose the team that stands on the sheet, or that none stands there"));
        if (sheet.GivenBack.Trim().Length > 0 && CodeFault(place.Round, sheet.GivenBack) is { } wrong) faults.Add(wrong);
        if (!RespondingDesk.Read(place.Round, place.Asked, place.Units, sheet.What).Try(out _, out var problems)) faults.AddRange(problems);
        return faults;
    }

    /// <summary>Stores it, once however often the page is sent. Refuses one more than there can be people without a code.</summary>
    public async Task<Result<KeyedIn>> Key(Id<SurveyRound> id, TypedSheet sheet, Reader reader, CancellationToken stop)
    {
        if (await Find(id, reader, stop) is not { } place) return RoundDesk.NotThere;
        if (Faults(place, sheet) is { Count: > 0 } faults) return faults.ToList();
        if (!RespondingDesk.Read(place.Round, place.Asked, place.Units, sheet.What).Try(out var ballot, out _)) return RoundDesk.NotThere;
        var unit = ballot.Background[Background.Unit];
        var code = AccessCode.TryRead(sheet.GivenBack, out var back) ? back.Text : null;

        // No sheet is printed while one is counted: both are held against the same number of people.
        var cast = await db.Change(
            async () =>
            {
                await OneAtATime.Wait(db, "survey rounds", stop);
                var room = await Room(id, place, unit, stop);
                return await ballots.Key(
                    id, new(sheet.What.Nonce, code, unit, ballot), so => room.WhyNot(so, code is not null), stop);
            },
            stop);
        return cast switch
        {
            Cast.Counted counted => new KeyedIn(counted.Receipt, counted.WasThere),
            Cast.TooMany too => too.Why,
            Cast.Closed => RespondingDesk.Over(place.Round),
            Cast.AlreadyUsed when code is null => new Problem("", $"The ballot of this page was taken back. Type it in on a new page; nothing was stored"),
            _ => new Problem("GivenBack", $"This code has been used, or was given to nobody. Check it against the sheet; nothing was stored"),
        };
    }

    /// <summary>These and nobody else type in for the round beside principal social workers.</summary>
    public Task<Result<Done>> Name(Id<SurveyRound> id, IReadOnlyList<Id<Account>> typists, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        return db.Change<Result<Done>>(
            async () =>
            {
                if (!await db.Set<SurveyRound>().AnyAsync(r => r.Id == id, stop)) return RoundDesk.NotThere;
                var known = (await Typists.Nameable(db, id, stop)).Select(t => t.Account).ToHashSet();
                if (typists.Any(t => !known.Contains(t)))
                    return new Problem("Typists", $"Choose from the list: nobody of the line of management can be named to type in");
                await db.Set<RoundTypist>().Where(t => t.RoundId == id).ExecuteDeleteAsync(stop);
                db.AddRange(typists.Distinct().Select(t => new RoundTypist(id, t, reader.Name)));
                await audit.Note(reader, AuditAction.SurveyRoundChanged, "survey round", id.ToString(), "typists named", stop);
                return default(Done);
            },
            stop);
    }

    private async Task<KeyingRoom> Room(Id<SurveyRound> id, KeyingPlace place, string unit, CancellationToken stop)
    {
        var round = await db.Set<SurveyRound>().AsNoTracking().SingleAsync(r => r.Id == id, stop);
        var handedOut = await db.Set<HandedOut>().AsNoTracking().Where(h => h.RoundId == id).ToListAsync(stop);
        return KeyingRoom.Of(round, place.Units, place.Units.FirstOrDefault(u => RoundRules.UnitCode(u) == unit), handedOut);
    }

    private static Problem? CodeFault(SurveyRound round, string typed)
    {
        if (round.Mode != RoundMode.HandedOut)
            return new("GivenBack", $"In this round no sheets with codes lie about that could be given back. Leave it empty");
        return AccessCode.TryRead(typed, out var code) && code.Mark == round.Mark ? null
            : new("GivenBack", $"That is no code of this survey. It has {AccessCode.Length} letters and digits in four groups: check each of them");
    }
}
