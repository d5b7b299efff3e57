using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Returns;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys.Returns;

/// <summary>The employer's return: director and principal social worker fill it in, section by section, and one of them signs. Whoever
/// reads results of surveys reads a signed one.</summary>
public sealed class ReturnDesk(FairloadDb db, QuestionnaireDesk questionnaires, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The questionnaire of which a return is made.</summary>
    public const string Questionnaire = "employers-return";

    public async Task<ReturnList> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSurveyResults);
        var makes = reader.May(Permission.MakeReturn);
        var all = await db.Set<EmployersReturn>().AsNoTracking().ToListAsync(stop);
        var lines = all.GroupBy(r => r.Year).OrderByDescending(g => g.Key).Select(g => new ReturnLine(
            g.Key, g.Where(r => r.IsSigned).MaxBy(r => r.Number), makes ? g.FirstOrDefault(r => !r.IsSigned) : null));
        return new(clock.UkToday.Year, [.. lines.Where(l => l.InForce is not null || l.Begun is not null)], makes);
    }

    /// <summary>Null where there is none that this reader may see.</summary>
    /// <param name="number">Null for the one that is being filled in, where the reader may, and else the one in force.</param>
    public async Task<ReturnView?> Show(int year, int? number, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSurveyResults);
        var makes = reader.May(Permission.MakeReturn);
        var all = await db.Set<EmployersReturn>().AsNoTracking().Where(r => r.Year == year).OrderBy(r => r.Number).ToListAsync(stop);
        var seen = all.Where(r => r.IsSigned || makes).ToList();
        var one = number is null ? seen.LastOrDefault() : seen.FirstOrDefault(r => r.Number == number);
        if (one is null) return null;
        var asked = QuestionnaireDesk.Sound(one.Document);
        var saved = await db.Set<ReturnSection>().AsNoTracking().Where(s => s.ReturnId == one.Id).ToDictionaryAsync(s => s.Code, stop);
        return new(
            one, asked, [.. asked.Sections.Select(s => View(s, saved.GetValueOrDefault(s.Code)))], [.. all.Where(r => r.IsSigned)],
            all.Exists(r => !r.IsSigned), makes);
    }

    /// <summary>Begins the return of a year; where one is begun already, that one.</summary>
    public async Task<Result<EmployersReturn>> Begin(int year, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.MakeReturn);
        if (await questionnaires.Find(Questionnaire, stop) is not { For: Respondents.Employer } asked)
            return new Problem("Year", $"There is no questionnaire {Questionnaire} for employers. Take one in with the survey import command");
        return await Alter(year, async all =>
        {
            if (all.Find(r => !r.IsSigned) is { } begun) return begun;
            if (all.Count > 0) return new Problem("Year", $"The return of {year} is signed. Open it and correct it with a reason");
            var one = EmployersReturn.Begin(year, QuestionnaireDesk.Write(asked), reader.Name, clock.UkToday);
            if (!one.Try(out var fresh, out _)) return one;
            db.Add(fresh);
            await Note(fresh, "begun", reader, stop);
            return one;
        }, stop);
    }

    /// <summary>Begins one that takes the place of the one in force when it is signed.</summary>
    public Task<Result<EmployersReturn>> Correct(int year, string reason, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.MakeReturn);
        return Alter(year, async all =>
        {
            if (all.Find(r => !r.IsSigned) is { } begun) return begun;
            if (all.MaxBy(r => r.Number) is not { } before) return NotThere(year);
            var one = before.Correct(reason, reader.Name, clock.UkToday);
            if (!one.Try(out var fresh, out _)) return one;
            db.Add(fresh);
            var sections = await db.Set<ReturnSection>().AsNoTracking().Where(s => s.ReturnId == before.Id).ToListAsync(stop);
            db.AddRange(sections.Select(s => s.For(fresh.Id)));
            await Note(fresh, "correction begun", reader, stop);
            return one;
        }, stop);
    }

    /// <summary>Keeps a section. Whoever was overtaken in the same section is told, and nothing of either is lost.</summary>
    /// <param name="version">Of the section as it was read; 0 for one that was never saved.</param>
    /// <param name="given">By code of the item.</param>
    public Task<Result<EmployersReturn>> Save(
        int year, string section, int version, IReadOnlyDictionary<string, string> given, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.MakeReturn);
        return Alter(year, async all =>
        {
            if (all.Find(r => !r.IsSigned) is not { } one) return all.Count > 0 ? EmployersReturn.AlreadySigned : NotThere(year);
            var asked = QuestionnaireDesk.Sound(one.Document);
            if (asked.Sections.FirstOrDefault(s => s.Code == section) is not { } part) return NotThere(year);
            if (!ReturnAnswer.Read(asked, part, given).Try(out var answers, out var problems)) return problems.ToList();
            var saved = await db.Set<ReturnSection>().SingleOrDefaultAsync(s => s.ReturnId == one.Id && s.Code == section, stop);
            if (saved?.Said.SequenceEqual(answers) == true) return one;
            if ((saved?.Version ?? 0) != version)
                return new Problem("", $"{saved?.SavedBy ?? "–"} has saved this section meanwhile. What you entered is still here and not saved; below each answer stands theirs where it differs");

            if (saved is null) db.Add(saved = ReturnSection.Of(one.Id, section));
            saved.Save(answers, reader.Name, clock.GetUtcNow().UtcDateTime);
            one.Saved();
            await Note(one, $"section {section}", reader, stop);
            return one;
        }, stop);
    }

    /// <summary>The reader signs, by the name of their account.</summary>
    /// <param name="version">Of the return as it was read.</param>
    public Task<Result<EmployersReturn>> Sign(int year, string position, int version, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.MakeReturn);
        return Alter(year, async all =>
        {
            if (all.Find(r => !r.IsSigned) is not { } one) return all.Count > 0 ? EmployersReturn.AlreadySigned : NotThere(year);
            var sections = await db.Set<ReturnSection>().AsNoTracking().Where(s => s.ReturnId == one.Id).ToListAsync(stop);
            var signed = one.Sign([.. sections.SelectMany(s => s.Said)], position, version, reader.Name, clock.UkToday);
            if (signed.Try(out _, out _)) await Note(one, "signed", reader, stop);
            return signed;
        }, stop);
    }

    /// <summary>The one that was signed last for a year; null for none.</summary>
    internal static async Task<ReturnBeside?> InForce(FairloadDb db, int year, CancellationToken stop)
    {
        var one = await db.Set<EmployersReturn>().AsNoTracking().Where(r => r.Year == year && r.SignedOn != null)
            .OrderByDescending(r => r.Number).FirstOrDefaultAsync(stop);
        if (one is null) return null;
        var sections = await db.Set<ReturnSection>().AsNoTracking().Where(s => s.ReturnId == one.Id).ToListAsync(stop);
        return new(one, QuestionnaireDesk.Sound(one.Document), [.. sections.SelectMany(s => s.Said)]);
    }

    private Task<Result<EmployersReturn>> Alter(
        int year, Func<List<EmployersReturn>, Task<Result<EmployersReturn>>> work, CancellationToken stop) => db.Change(
        async () =>
        {
            await OneAtATime.Wait(db, "employers return", stop);
            return await work(await db.Set<EmployersReturn>().Where(r => r.Year == year).ToListAsync(stop));
        },
        stop);

    private static SectionView View(SurveySection section, ReturnSection? saved) => new(
        section, (saved?.Said ?? []).ToDictionary(a => a.Item), saved?.Version ?? 0, saved?.SavedBy ?? "");

    private static Problem NotThere(int year) => new("", $"There is no return of {year} to fill in. Begin one on the page of returns");

    private Task Note(EmployersReturn one, string what, Reader reader, CancellationToken stop) =>
        audit.Note(reader, AuditAction.ReturnChanged, "employers return", $"{one.Year}/{one.Number}", what, stop);
}
