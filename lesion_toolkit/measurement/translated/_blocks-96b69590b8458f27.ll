; -1
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"


define noundef range(i32 -1, -2) i32 @lesion_toolkit_kernel(ptr noalias writeonly captures(none) %retptr, ptr noalias readnone captures(none) %excinfo, ptr readnone captures(none) %arg.outline.0.0, ptr readnone captures(none) %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readonly captures(none) %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone captures(none) %arg.outline.1.0, ptr readnone captures(none) %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readnone captures(none) %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone captures(none) %arg.outline.2.0, ptr readnone captures(none) %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readonly captures(none) %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone captures(none) %arg.outline.3.0, ptr readnone captures(none) %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readnone captures(none) %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone captures(none) %arg.outline.4.0, ptr readnone captures(none) %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readnone captures(none) %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone captures(none) %arg.outline.5.0, ptr readnone captures(none) %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readnone captures(none) %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, ptr readnone captures(none) %arg.starts.0, ptr readnone captures(none) %arg.starts.1, i64 %arg.starts.2, i64 %arg.starts.3, ptr captures(none) initializes((0, 4)) %arg.starts.4, i64 %arg.starts.5.0, i64 %arg.starts.6.0, ptr readnone captures(none) %arg.circles.0, ptr readnone captures(none) %arg.circles.1, i64 %arg.circles.2, i64 %arg.circles.3, ptr writeonly captures(none) %arg.circles.4, i64 %arg.circles.5.0, i64 %arg.circles.5.1, i64 %arg.circles.6.0, i64 %arg.circles.6.1) local_unnamed_addr #0 {
B0.endif:
  %.226507.not = icmp slt i64 %arg.outline.0.5.0, 1
  br i1 %.226507.not, label %B288.endif.thread.thread, label %B276.peel

B288.endif.thread.thread:                         ; preds = %B0.endif
  %.627533 = trunc i64 %arg.outline.0.5.0 to i32
  store i32 %.627533, ptr %arg.starts.4, align 4
  br label %common.ret

B276.peel:                                        ; preds = %B0.endif
  store i32 0, ptr %arg.starts.4, align 4
  %exitcond.peel.not = icmp eq i64 %arg.outline.0.5.0, 1
  br i1 %exitcond.peel.not, label %B288.endif.thread.thread536, label %B126.preheader

B126.preheader:                                   ; preds = %B276.peel
  %scevgep16 = getelementptr i8, ptr %arg.outline.2.4, i64 8
  %0 = shl i64 %arg.outline.2.5.1, 3
  %1 = shl i64 %arg.outline.0.5.1, 3
  %2 = add i64 %1, 8
  %scevgep20 = getelementptr i8, ptr %arg.outline.0.4, i64 %2
  br label %B126

B288.endif.thread.thread536:                      ; preds = %B276.peel
  %3 = getelementptr i8, ptr %arg.starts.4, i64 4
  store i32 1, ptr %3, align 4
  br label %B330.else.preheader

B126:                                             ; preds = %B126.preheader, %B276
  %lsr.iv21 = phi ptr [ %scevgep20, %B126.preheader ], [ %scevgep22, %B276 ]
  %lsr.iv17 = phi ptr [ %scevgep16, %B126.preheader ], [ %scevgep18, %B276 ]
  %size.3.0511 = phi i64 [ %.582, %B276 ], [ 1, %B126.preheader ]
  %n.2.0510 = phi i64 [ %n.3.2, %B276 ], [ 1, %B126.preheader ]
  %.232506508 = phi i64 [ %.239, %B276 ], [ 1, %B126.preheader ]
  %.239 = add nuw nsw i64 %.232506508, 1
  %scevgep19 = getelementptr i8, ptr %lsr.iv17, i64 -8
  %.328 = load double, ptr %scevgep19, align 8
  %scevgep23 = getelementptr i8, ptr %lsr.iv21, i64 -8
  %.383 = load double, ptr %scevgep23, align 8
  %.384 = fcmp une double %.328, %.383
  br i1 %.384, label %B252, label %B224

B224:                                             ; preds = %B126
  %.443 = load double, ptr %lsr.iv17, align 8
  %.498 = load double, ptr %lsr.iv21, align 8
  %.499 = fcmp une double %.443, %.498
  %.510 = icmp eq i64 %size.3.0511, 8
  %brmerge = select i1 %.510, i1 true, i1 %.499
  br i1 %brmerge, label %B252, label %B276

B252:                                             ; preds = %B126, %B224
  %.545 = icmp slt i64 %n.2.0510, 0
  %.546 = select i1 %.545, i64 %arg.starts.5.0, i64 0
  %4 = getelementptr i32, ptr %arg.starts.4, i64 %n.2.0510
  %.560 = getelementptr i32, ptr %4, i64 %.546
  %tmp = trunc i64 %.232506508 to i32
  store i32 %tmp, ptr %.560, align 4
  %.566 = add i64 %n.2.0510, 1
  br label %B276

B276:                                             ; preds = %B224, %B252
  %n.3.2 = phi i64 [ %.566, %B252 ], [ %n.2.0510, %B224 ]
  %size.4.2 = phi i64 [ 0, %B252 ], [ %size.3.0511, %B224 ]
  %.582 = add nsw i64 %size.4.2, 1
  %scevgep18 = getelementptr i8, ptr %lsr.iv17, i64 %0
  %scevgep22 = getelementptr i8, ptr %lsr.iv21, i64 %1
  %exitcond.not = icmp eq i64 %arg.outline.0.5.0, %.239
  br i1 %exitcond.not, label %B288.endif, label %B126, !llvm.loop !0

common.ret:                                       ; preds = %B330.endif.endif, %B288.endif, %B288.endif.thread.thread
  %n.2.0.lcssa530535 = phi i64 [ 0, %B288.endif.thread.thread ], [ %n.3.2, %B288.endif ], [ %n.2.0.lcssa530541, %B330.endif.endif ]
  store i64 %n.2.0.lcssa530535, ptr %retptr, align 8
  ret i32 0

B288.endif:                                       ; preds = %B276
  %.611 = icmp slt i64 %n.3.2, 0
  %spec.select = select i1 %.611, i64 %arg.starts.5.0, i64 0
  %5 = getelementptr i32, ptr %arg.starts.4, i64 %n.3.2
  %.626 = getelementptr i32, ptr %5, i64 %spec.select
  %.627 = trunc i64 %arg.outline.0.5.0 to i32
  store i32 %.627, ptr %.626, align 4
  %.711516.not = icmp slt i64 %n.3.2, 1
  br i1 %.711516.not, label %common.ret, label %B330.else.preheader

B330.else.preheader:                              ; preds = %B288.endif.thread.thread536, %B288.endif
  %n.2.0.lcssa530541 = phi i64 [ 1, %B288.endif.thread.thread536 ], [ %n.3.2, %B288.endif ]
  %sunkaddr.i = shl i64 %arg.outline.0.5.1, 3
  %6 = shl i64 %arg.outline.0.5.1, 3
  %scevgep = getelementptr i8, ptr %arg.outline.0.4, i64 8
  %7 = shl i64 %arg.outline.0.5.1, 5
  %8 = shl i64 %arg.outline.0.5.1, 3
  br label %B330.else

B330.else:                                        ; preds = %B330.else.preheader, %B330.endif.endif
  %.717515517 = phi i64 [ %.724, %B330.endif.endif ], [ 0, %B330.else.preheader ]
  %.724 = add nuw nsw i64 %.717515517, 1
  %9 = getelementptr i32, ptr %arg.starts.4, i64 %.717515517
  %.779 = load i32, ptr %9, align 4
  %10 = getelementptr i8, ptr %9, i64 4
  %.810 = load i32, ptr %10, align 4
  %.811 = sext i32 %.779 to i64
  %.812 = sext i32 %.810 to i64
  %.854 = icmp slt i32 %.779, 0
  %.855 = select i1 %.854, i64 %arg.outline.0.5.0, i64 0
  %.856 = add i64 %.855, %.811
  %.859 = icmp slt i64 %.856, 0
  br i1 %.859, label %B330.else.if, label %B330.else.endif, !prof !2

B330.endif:                                       ; preds = %B330.else.endif.endif.endif, %B330.else.endif.endif.endif.if
  %.844.sroa.13.0 = phi i64 [ %.844.sroa.13.1, %B330.else.endif.endif.endif ], [ %arg.outline.0.5.0, %B330.else.endif.endif.endif.if ]
  %.932 = sub nsw i64 %.844.sroa.13.0, %.844.sroa.0.3
  %.941 = tail call i64 @llvm.smax.i64(i64 %.932, i64 0)
  %.961 = mul i64 %.844.sroa.0.3, %arg.outline.0.5.1
  %.963 = getelementptr double, ptr %arg.outline.0.4, i64 %.961
  %.78.i.not = icmp slt i64 %.932, 1
  br i1 %.78.i.not, label %B330.endif.endif, label %B74.lr.ph.i

B74.lr.ph.i:                                      ; preds = %B330.endif
  %.227.i = uitofp nneg i64 %.941 to double
  %11 = icmp eq i64 %.932, 1
  br i1 %11, label %B74.epil.preheader.i, label %B74.lr.ph.new.i

B74.lr.ph.new.i:                                  ; preds = %B74.lr.ph.i
  %unroll_iter.i = and i64 %.941, 9223372036854775806
  %scevgep10.i = getelementptr i8, ptr %.963, i64 8
  %12 = add nsw i64 %.941, -2
  %13 = lshr i64 %12, 1
  %14 = add nuw i64 %13, 1
  %15 = icmp eq i64 %13, 0
  br i1 %15, label %B74.i.epil.preheader, label %B74.lr.ph.new.i.new

B74.lr.ph.new.i.new:                              ; preds = %B74.lr.ph.new.i
  %unroll_iter = and i64 %14, -2
  %16 = shl i64 %.844.sroa.0.3, 3
  %17 = add i64 %16, 24
  %18 = mul i64 %arg.outline.0.5.1, %17
  %19 = add i64 %16, 16
  %20 = mul i64 %arg.outline.0.5.1, %19
  %21 = add i64 %16, 8
  %22 = mul i64 %arg.outline.0.5.1, %21
  %23 = mul i64 %8, %.844.sroa.0.3
  br label %B74.i

B74.i:                                            ; preds = %B74.i, %B74.lr.ph.new.i.new
  %lsr.iv15 = phi i64 [ %lsr.iv.next, %B74.i ], [ %unroll_iter, %B74.lr.ph.new.i.new ]
  %lsr.iv = phi ptr [ %scevgep5, %B74.i ], [ %scevgep, %B74.lr.ph.new.i.new ]
  %cy.2.0238.i = phi double [ 0.000000e+00, %B74.lr.ph.new.i.new ], [ %.309.1.i.1, %B74.i ]
  %cx.2.0237.i = phi double [ 0.000000e+00, %B74.lr.ph.new.i.new ], [ %.233.1.i.1, %B74.i ]
  %scevgep13 = getelementptr i8, ptr %lsr.iv, i64 %23
  %scevgep14 = getelementptr i8, ptr %scevgep13, i64 -8
  %.213.i = load double, ptr %scevgep14, align 8, !noalias !3
  %.231.i = fdiv double %.213.i, %.227.i
  %.233.i = fadd double %cx.2.0237.i, %.231.i
  %.289.i = load double, ptr %scevgep13, align 8, !noalias !3
  %.307.i = fdiv double %.289.i, %.227.i
  %.309.i = fadd double %cy.2.0238.i, %.307.i
  %scevgep11 = getelementptr i8, ptr %lsr.iv, i64 %22
  %scevgep12 = getelementptr i8, ptr %scevgep11, i64 -8
  %.213.1.i = load double, ptr %scevgep12, align 8, !noalias !3
  %.231.1.i = fdiv double %.213.1.i, %.227.i
  %.233.1.i = fadd double %.233.i, %.231.1.i
  %.289.1.i = load double, ptr %scevgep11, align 8, !noalias !3
  %.307.1.i = fdiv double %.289.1.i, %.227.i
  %.309.1.i = fadd double %.309.i, %.307.1.i
  %scevgep9 = getelementptr i8, ptr %lsr.iv, i64 %20
  %scevgep10 = getelementptr i8, ptr %scevgep9, i64 -8
  %.213.i.1 = load double, ptr %scevgep10, align 8, !noalias !3
  %.231.i.1 = fdiv double %.213.i.1, %.227.i
  %.233.i.1 = fadd double %.233.1.i, %.231.i.1
  %.289.i.1 = load double, ptr %scevgep9, align 8, !noalias !3
  %.307.i.1 = fdiv double %.289.i.1, %.227.i
  %.309.i.1 = fadd double %.309.1.i, %.307.i.1
  %scevgep7 = getelementptr i8, ptr %lsr.iv, i64 %18
  %scevgep8 = getelementptr i8, ptr %scevgep7, i64 -8
  %.213.1.i.1 = load double, ptr %scevgep8, align 8, !noalias !3
  %.231.1.i.1 = fdiv double %.213.1.i.1, %.227.i
  %.233.1.i.1 = fadd double %.233.i.1, %.231.1.i.1
  %.289.1.i.1 = load double, ptr %scevgep7, align 8, !noalias !3
  %.307.1.i.1 = fdiv double %.289.1.i.1, %.227.i
  %.309.1.i.1 = fadd double %.309.i.1, %.307.1.i.1
  %scevgep5 = getelementptr i8, ptr %lsr.iv, i64 %7
  %lsr.iv.next = add i64 %lsr.iv15, -2
  %niter.ncmp.1 = icmp eq i64 %lsr.iv.next, 0
  br i1 %niter.ncmp.1, label %B250.backedge.preheader.unr-lcssa.i.unr-lcssa, label %B74.i

B250.backedge.preheader.unr-lcssa.i.unr-lcssa:    ; preds = %B74.i
  %24 = and i64 %14, 1
  %lcmp.mod.not = icmp eq i64 %24, 0
  %25 = mul i64 %6, %.844.sroa.0.3
  %scevgep6 = getelementptr i8, ptr %scevgep5, i64 %25
  br i1 %lcmp.mod.not, label %B250.backedge.preheader.unr-lcssa.i, label %B74.i.epil.preheader

B74.i.epil.preheader:                             ; preds = %B250.backedge.preheader.unr-lcssa.i.unr-lcssa, %B74.lr.ph.new.i
  %lsr.iv11.i.epil.init = phi ptr [ %scevgep10.i, %B74.lr.ph.new.i ], [ %scevgep6, %B250.backedge.preheader.unr-lcssa.i.unr-lcssa ]
  %cy.2.0238.i.epil.init = phi double [ 0.000000e+00, %B74.lr.ph.new.i ], [ %.309.1.i.1, %B250.backedge.preheader.unr-lcssa.i.unr-lcssa ]
  %cx.2.0237.i.epil.init = phi double [ 0.000000e+00, %B74.lr.ph.new.i ], [ %.233.1.i.1, %B250.backedge.preheader.unr-lcssa.i.unr-lcssa ]
  %scevgep16.i.epil = getelementptr i8, ptr %lsr.iv11.i.epil.init, i64 -8
  %.213.i.epil = load double, ptr %scevgep16.i.epil, align 8, !noalias !3
  %.231.i.epil = fdiv double %.213.i.epil, %.227.i
  %.233.i.epil = fadd double %cx.2.0237.i.epil.init, %.231.i.epil
  %.289.i.epil = load double, ptr %lsr.iv11.i.epil.init, align 8, !noalias !3
  %.307.i.epil = fdiv double %.289.i.epil, %.227.i
  %.309.i.epil = fadd double %cy.2.0238.i.epil.init, %.307.i.epil
  %sunkaddr17.i.epil = getelementptr i8, ptr %lsr.iv11.i.epil.init, i64 %sunkaddr.i
  %sunkaddr18.i.epil = getelementptr i8, ptr %sunkaddr17.i.epil, i64 -8
  %.213.1.i.epil = load double, ptr %sunkaddr18.i.epil, align 8, !noalias !3
  %.231.1.i.epil = fdiv double %.213.1.i.epil, %.227.i
  %.233.1.i.epil = fadd double %.233.i.epil, %.231.1.i.epil
  %.289.1.i.epil = load double, ptr %sunkaddr17.i.epil, align 8, !noalias !3
  %.307.1.i.epil = fdiv double %.289.1.i.epil, %.227.i
  %.309.1.i.epil = fadd double %.309.i.epil, %.307.1.i.epil
  br label %B250.backedge.preheader.unr-lcssa.i

B250.backedge.preheader.unr-lcssa.i:              ; preds = %B250.backedge.preheader.unr-lcssa.i.unr-lcssa, %B74.i.epil.preheader
  %.233.1.i.lcssa = phi double [ %.233.1.i.1, %B250.backedge.preheader.unr-lcssa.i.unr-lcssa ], [ %.233.1.i.epil, %B74.i.epil.preheader ]
  %.309.1.i.lcssa = phi double [ %.309.1.i.1, %B250.backedge.preheader.unr-lcssa.i.unr-lcssa ], [ %.309.1.i.epil, %B74.i.epil.preheader ]
  %26 = and i64 %.941, 1
  %lcmp.mod.not.i = icmp eq i64 %26, 0
  br i1 %lcmp.mod.not.i, label %B250.backedge.preheader.i, label %B74.epil.preheader.i

B74.epil.preheader.i:                             ; preds = %B74.lr.ph.i, %B250.backedge.preheader.unr-lcssa.i
  %cy.2.0238.epil.init.i = phi double [ %.309.1.i.lcssa, %B250.backedge.preheader.unr-lcssa.i ], [ 0.000000e+00, %B74.lr.ph.i ]
  %cx.2.0237.epil.init.i = phi double [ %.233.1.i.lcssa, %B250.backedge.preheader.unr-lcssa.i ], [ 0.000000e+00, %B74.lr.ph.i ]
  %.128233235.epil.init.i = phi i64 [ %unroll_iter.i, %B250.backedge.preheader.unr-lcssa.i ], [ 0, %B74.lr.ph.i ]
  %.208.epil.i = mul i64 %.128233235.epil.init.i, %arg.outline.0.5.1
  %.212.epil.i = getelementptr double, ptr %.963, i64 %.208.epil.i
  %.213.epil.i = load double, ptr %.212.epil.i, align 8, !noalias !3
  %.231.epil.i = fdiv double %.213.epil.i, %.227.i
  %.233.epil.i = fadd double %cx.2.0237.epil.init.i, %.231.epil.i
  %.288.epil.i = getelementptr i8, ptr %.212.epil.i, i64 8
  %.289.epil.i = load double, ptr %.288.epil.i, align 8, !noalias !3
  %.307.epil.i = fdiv double %.289.epil.i, %.227.i
  %.309.epil.i = fadd double %cy.2.0238.epil.init.i, %.307.epil.i
  br label %B250.backedge.preheader.i

B250.backedge.preheader.i:                        ; preds = %B74.epil.preheader.i, %B250.backedge.preheader.unr-lcssa.i
  %.233.lcssa.i = phi double [ %.233.epil.i, %B74.epil.preheader.i ], [ %.233.1.i.lcssa, %B250.backedge.preheader.unr-lcssa.i ]
  %.309.lcssa.i = phi double [ %.309.epil.i, %B74.epil.preheader.i ], [ %.309.1.i.lcssa, %B250.backedge.preheader.unr-lcssa.i ]
  %scevgep.i = getelementptr i8, ptr %.963, i64 8
  br label %B250.backedge.i

B370.loopexit.i:                                  ; preds = %B250.backedge.i
  %27 = fadd double %.11.i.i, 0x3EB0C6F7A0B5ED8D
  br label %B330.endif.endif

B250.backedge.i:                                  ; preds = %B250.backedge.i, %B250.backedge.preheader.i
  %lsr.iv9.i = phi i64 [ %.941, %B250.backedge.preheader.i ], [ %lsr.iv.next.i, %B250.backedge.i ]
  %lsr.iv.i = phi ptr [ %scevgep.i, %B250.backedge.preheader.i ], [ %scevgep7.i, %B250.backedge.i ]
  %farthest.2.0249.i = phi double [ 0.000000e+00, %B250.backedge.preheader.i ], [ %.11.i.i, %B250.backedge.i ]
  %scevgep8.i = getelementptr i8, ptr %lsr.iv.i, i64 -8
  %.506.i = load double, ptr %scevgep8.i, align 8, !noalias !3
  %.508.i = fsub double %.506.i, %.233.lcssa.i
  %.562.i = load double, ptr %lsr.iv.i, align 8, !noalias !3
  %.564.i = fsub double %.562.i, %.309.lcssa.i
  %.6.i.i = tail call double @hypot(double %.508.i, double %.564.i), !noalias !6
  %.10.i.i = fcmp ogt double %.6.i.i, %farthest.2.0249.i
  %.11.i.i = select i1 %.10.i.i, double %.6.i.i, double %farthest.2.0249.i
  %scevgep7.i = getelementptr i8, ptr %lsr.iv.i, i64 %sunkaddr.i
  %lsr.iv.next.i = add i64 %lsr.iv9.i, -1
  %exitcond256.not.i = icmp eq i64 %lsr.iv.next.i, 0
  br i1 %exitcond256.not.i, label %B370.loopexit.i, label %B250.backedge.i

B330.else.if:                                     ; preds = %B330.else
  br label %B330.else.endif

B330.else.endif:                                  ; preds = %B330.else.if, %B330.else
  %.844.sroa.0.1 = phi i64 [ 0, %B330.else.if ], [ %.856, %B330.else ]
  %.864.not = icmp slt i64 %.856, %arg.outline.0.5.0
  br i1 %.864.not, label %B330.else.endif.endif, label %B330.else.endif.if, !prof !9

B330.else.endif.if:                               ; preds = %B330.else.endif
  br label %B330.else.endif.endif

B330.else.endif.endif:                            ; preds = %B330.else.endif.if, %B330.else.endif
  %.844.sroa.0.3 = phi i64 [ %arg.outline.0.5.0, %B330.else.endif.if ], [ %.844.sroa.0.1, %B330.else.endif ]
  %28 = trunc i64 %.812 to i32
  %.871 = icmp slt i32 %28, 0
  %.872 = select i1 %.871, i64 %arg.outline.0.5.0, i64 0
  %.873 = add i64 %.872, %.812
  %.876 = icmp slt i64 %.873, 0
  br i1 %.876, label %B330.else.endif.endif.if, label %B330.else.endif.endif.endif, !prof !2

B330.else.endif.endif.if:                         ; preds = %B330.else.endif.endif
  br label %B330.else.endif.endif.endif

B330.else.endif.endif.endif:                      ; preds = %B330.else.endif.endif.if, %B330.else.endif.endif
  %.844.sroa.13.1 = phi i64 [ 0, %B330.else.endif.endif.if ], [ %.873, %B330.else.endif.endif ]
  %.881.not = icmp slt i64 %.873, %arg.outline.0.5.0
  br i1 %.881.not, label %B330.endif, label %B330.else.endif.endif.endif.if, !prof !9

B330.else.endif.endif.endif.if:                   ; preds = %B330.else.endif.endif.endif
  br label %B330.endif

B330.endif.endif:                                 ; preds = %B370.loopexit.i, %B330.endif
  %cy.2.0.lcssa261.i = phi double [ %.309.lcssa.i, %B370.loopexit.i ], [ 0.000000e+00, %B330.endif ]
  %cx.2.0.lcssa260.i = phi double [ %.233.lcssa.i, %B370.loopexit.i ], [ 0.000000e+00, %B330.endif ]
  %farthest.2.0.lcssa.i = phi double [ %27, %B370.loopexit.i ], [ 0x3EB0C6F7A0B5ED8D, %B330.endif ]
  %.1075 = mul i64 %.717515517, %arg.circles.5.1
  %.1079 = getelementptr double, ptr %arg.circles.4, i64 %.1075
  store double %cx.2.0.lcssa260.i, ptr %.1079, align 8
  %.1133 = getelementptr i8, ptr %.1079, i64 8
  store double %cy.2.0.lcssa261.i, ptr %.1133, align 8
  %.1187 = getelementptr i8, ptr %.1079, i64 16
  store double %farthest.2.0.lcssa.i, ptr %.1187, align 8
  %exitcond523.not = icmp eq i64 %n.2.0.lcssa530541, %.724
  br i1 %exitcond523.not, label %common.ret, label %B330.else
}

declare i64 @llvm.smax.i64(i64, i64) #1

declare double @hypot(double, double) local_unnamed_addr #2

declare void @llvm.assume(i1 noundef) #3

attributes #0 = { nofree norecurse nounwind memory(argmem: readwrite, errnomem: write) }
attributes #1 = { mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { mustprogress nocallback nofree nounwind willreturn memory(errnomem: write) }
attributes #3 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write) }

!0 = distinct !{!0, !1}
!1 = !{!"llvm.loop.peeled.count", i32 1}
!2 = !{!"branch_weights", i32 1, i32 99}
!3 = !{!4}
!4 = distinct !{!4, !5, !"_ZN14lesion_toolkit11measurement12chord_search5_discB3v30B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedE: %retptr"}
!5 = distinct !{!5, !"_ZN14lesion_toolkit11measurement12chord_search5_discB3v30B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedE"}
!6 = !{!7, !4}
!7 = distinct !{!7, !8, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB3v18B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd: %retptr"}
!8 = distinct !{!8, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB3v18B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd"}
!9 = !{!"branch_weights", i32 99, i32 1}
