/** Words that a headline or a slip of the tagger turns into nouns, and that are no part of a name. Written for this project. */
export const plainAdjectives = new Set(
  `small smaller smallest big bigger biggest large larger largest huge tiny little long longer longest short shorter high higher highest low lower lowest full fuller new newer newest old older own whole entire same other another different
good better best great bad worse worst nice fine poor cheap cheaper expensive free fast faster slow slower quick easy hard light lighter heavy heavier thin thick wide narrow deep bright dark clear loud quiet hot cold warm cool fresh clean dirty
excellent amazing awesome terrible horrible awful wonderful fantastic superb perfect decent average mediocre solid sturdy beautiful gorgeous lovely pretty ugly super superior strong weak simple real actual true certain several few many most more less least much some any all
every each both only very really too just also even always never ever brand a an the this that these those my your his her its our their no not and or but with for of in on at to from by is are was were be been has have had do does did so if when then than as it i you he she we they
im i'm it's thats that's dont don't itthe overall love hate like loved liked limited extra additional various multiple main major minor general current previous next last first second third top hour hours year years month months inch inches cell cells quality size grade star stars class run mill gb mb tb bonus total mini ultra mega looking tasting sounding sized priced half single`
    .split(/\s+/)
    .filter(Boolean),
)
