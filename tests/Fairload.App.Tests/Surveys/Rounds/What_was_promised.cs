using Fairload.App.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Surveys.Rounds;

public sealed class What_was_promised
{
    /// <summary>Each by somebody who writes to the database past the program.</summary>
    public static TheoryData<string, string> Weakenings { get; } = Both(
        "update survey_round set floor = 5",
        "update survey_round set floor = 9",
        "update survey_round set comment_floor = 19",
        "update survey_round set mode = 'HandedOut'",
        "update survey_round set asks_contract = true",
        "update survey_round set asks_role_group = false, asks_experience = true",
        "update survey_round set document = ''",
        "update survey_round set questionnaire_version = 2",
        "update survey_round set safe_person = ''",
        "update survey_round set mark = 'ZZ'",
        "update survey_round set state = 'Planned', opened_on = null",
        "update survey_round set state = 'Cancelled', opened_on = null",
        "delete from survey_round",
        "update round_unit set name = 'All'",
        "delete from round_unit",
        "update round_person set role_group = 'other'",
        "delete from round_person",
        "insert into round_unit (id, round_id, number, name, service, teams, people) "
            + "select '00000000-0000-0000-0000-000000000001', id, 99, 'New', '', '', 0 from survey_round");

    [Theory, MemberData(nameof(Weakenings))]
    public async Task Can_not_be_weakened_in_the_database(string engine, string sql)
    {
        await using var council = await SurveyedCouncil.On(engine);
        await council.Opened();

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Run(council, sql));

        Assert.Matches("can not be|stay", refused.Message);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Can_be_weakened_before_anybody_is_invited(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        await council.Planned();

        Assert.Equal(1, await Run(council, "update survey_round set floor = 6, asks_contract = true"));
        Assert.Equal(1, await Run(council, "delete from survey_round"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Can_be_made_stricter_while_people_answer(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        await council.Opened();

        Assert.Equal(1, await Run(council, "update survey_round set floor = 12, comment_floor = 30, asks_role_group = false"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_not_lost_when_a_closed_round_is_opened_again(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Opened();
        await council.Council.Ask((OpeningDesk desk) => desk.Close(round.Id, SurveyedCouncil.Principal, default));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => Run(council, "update survey_round set state = 'Open', closed_on = null"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => Run(council, "insert into round_delivery (id, round_id, worker_id, address, code, is_sent, is_answered) "
                + "select '00000000-0000-0000-0000-000000000001', id, id, 'a', 'c', false, false from survey_round"));
    }

    private static Task<int> Run(SurveyedCouncil council, string sql) => council.Council.Db(db => db.Database.ExecuteSqlRawAsync(sql));

    private static TheoryData<string, string> Both(params string[] statements)
    {
        var data = new TheoryData<string, string>();
        foreach (var sql in statements)
        {
            data.Add("sqlite", sql);
            data.Add("postgres", sql);
        }

        return data;
    }
}
